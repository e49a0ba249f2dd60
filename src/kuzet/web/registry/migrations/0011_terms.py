"""What incidents are found by, as the site's search finds them; and the indexes that lists of incidents are read by."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("registry", "0010_sampling"),)
    operations = (
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40, unique=True)),
                ("start", models.CharField(db_index=True, max_length=2)),
                ("mark", models.PositiveSmallIntegerField()),
                ("incidents", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Held",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("term", models.IntegerField()),
                ("lightness", models.PositiveSmallIntegerField()),
                ("incident", models.CharField(db_index=True, max_length=500)),
            ],
        ),
        migrations.RemoveField("incident", "search"),
        migrations.AlterField("incident", "category", models.TextField(blank=True, default="")),
        migrations.AlterField("incident", "region", models.TextField(blank=True, default="")),
        migrations.AlterField("incident", "status", models.TextField(blank=True, default="")),
        migrations.AddIndex("incident", models.Index(fields=("status", "-ident"), name="incident_status")),
        migrations.AddIndex("incident", models.Index(fields=("category", "-ident"), name="incident_category")),
        migrations.AddIndex("incident", models.Index(fields=("region", "-ident"), name="incident_region")),
        migrations.AddIndex(
            "incident",
            models.Index(fields=("first", "country", "status", "category", "region"), name="incident_year"),
        ),
        migrations.AddIndex("held", models.Index(fields=("term", "lightness", "incident"), name="held")),
    )
