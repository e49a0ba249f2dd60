"""Lists of incidents go by the day on which they happened, the newest first: what is known to the year alone comes last."""

from __future__ import annotations

from django.db import migrations, models

NARROWED = ("status", "category", "region")


class Migration(migrations.Migration):
    dependencies = (("registry", "0013_no_files"),)
    operations = (
        *(migrations.RemoveIndex("incident", f"incident_{name}") for name in NARROWED),
        *(
            migrations.AddIndex("incident", models.Index(fields=(name, "-first", "ident"), name=f"incident_{name}"))
            for name in NARROWED
        ),
        migrations.AddIndex("incident", models.Index(fields=("-first", "ident"), name="incident_newest")),
    )
