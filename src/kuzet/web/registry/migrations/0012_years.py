"""A year is counted from one index, what is asked for by its value before the range: SQLite, which knows no numbers of
rows, read it by the country or the status alone."""

from __future__ import annotations

from django.db import migrations, models

YEAR = ("country", "status", "first", "category", "region")


class Migration(migrations.Migration):
    dependencies = (("registry", "0011_terms"),)
    operations = (
        migrations.RemoveIndex("incident", "incident_year"),
        migrations.AlterField("incident", "country", models.TextField(blank=True, default="")),
        migrations.AddIndex("incident", models.Index(fields=YEAR, name="incident_year")),
    )
