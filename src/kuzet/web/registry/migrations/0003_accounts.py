"""The role of each account."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("registry", "0002_append_only"),)
    operations = (
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=500, unique=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("rest", models.JSONField(default=dict)),
                ("role", models.TextField(blank=True, db_index=True, default="")),
                ("active", models.BooleanField(default=True)),
            ],
            options={"ordering": ("id",), "abstract": False},
        ),
    )
