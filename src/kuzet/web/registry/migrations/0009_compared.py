"""Which candidates were compared with all others."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("registry", "0008_erasure"),)
    operations = (
        migrations.CreateModel(
            name="Compared",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("candidate", models.CharField(max_length=500, unique=True)),
            ],
        ),
    )
