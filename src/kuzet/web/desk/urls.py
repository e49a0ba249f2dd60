"""The addresses of the desk."""

from __future__ import annotations

from django.contrib.auth import views as accounts
from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.http import require_POST

from kuzet.web.desk import accept, assets, attach, candidate, codes, languages, queue, reject

urlpatterns = [
    path("", queue.show, name="queue"),
    path("candidate/<str:ident>", candidate.show, name="candidate"),
    path("candidate/<str:ident>/accept", require_POST(accept.accept), name="accept"),
    path("candidate/<str:ident>/attach", require_POST(attach.attach), name="attach"),
    path("candidate/<str:ident>/reject", require_POST(reject.reject), name="reject"),
    path("codes/<str:table>", codes.show, name="codes"),
    path("login", accounts.LoginView.as_view(template_name="desk/login.html"), name="login"),
    path("logout", accounts.LogoutView.as_view(), name="logout"),
    path("language/<str:language>", login_not_required(require_POST(languages.choose)), name="language"),
    path("assets/<str:name>", login_not_required(assets.asset), name="asset"),
]
