"""The addresses of the pages of spreadsheets."""

from __future__ import annotations

from django.urls import path

from kuzet.web.desk.sheets import draft, raising, registers

urlpatterns = [
    path("sheets", registers.show, name="sheets"),
    path("sheets/template", registers.template, name="sheet_template"),
    path("sheets/list.<str:form>", registers.given_out, name="sheet_list"),
    path("sheets/undo/<str:ident>", registers.undo, name="sheet_undo"),
    path("sheets/import/<str:ident>", raising.show, name="sheet_raise"),
    path("sheets/sent/<str:token>", draft.show, name="sheet"),
    path("sheets/sent/<str:token>/bring", draft.bring, name="sheet_bring"),
    path("sheets/sent/<str:token>/drop", draft.drop, name="sheet_drop"),
]
