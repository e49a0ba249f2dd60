"""The addresses of the pages of spreadsheets."""

from __future__ import annotations

from django.urls import path

from kuzet.web.desk import sheets, sheets_draft, sheets_raise

urlpatterns = [
    path("sheets", sheets.show, name="sheets"),
    path("sheets/template", sheets.template, name="sheet_template"),
    path("sheets/list.<str:form>", sheets.given_out, name="sheet_list"),
    path("sheets/undo/<str:ident>", sheets.undo, name="sheet_undo"),
    path("sheets/import/<str:ident>", sheets_raise.show, name="sheet_raise"),
    path("sheets/sent/<str:token>", sheets_draft.show, name="sheet"),
    path("sheets/sent/<str:token>/bring", sheets_draft.bring, name="sheet_bring"),
    path("sheets/sent/<str:token>/drop", sheets_draft.drop, name="sheet_drop"),
]
