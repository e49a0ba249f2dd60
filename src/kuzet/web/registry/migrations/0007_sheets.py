"""Registers brought in from spreadsheets."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0005_queue"),
    ]

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ident", models.CharField(max_length=500, unique=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("rest", models.JSONField(default=dict)),
                ("at", models.DateTimeField(db_index=True)),
                ("author", models.TextField(blank=True, db_index=True, default="")),
                ("sha256", models.TextField(blank=True, db_index=True, default="")),
                ("fingerprint", models.TextField(blank=True, db_index=True, default="")),
                ("state", models.TextField(blank=True, default="")),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SheetDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=32, unique=True)),
                ("at", models.DateTimeField(db_index=True)),
                ("author", models.TextField(blank=True, db_index=True, default="")),
                ("name", models.TextField(blank=True, default="")),
                ("raw", models.BinaryField()),
                ("sheets", models.TextField(blank=True, default="")),
                ("chosen", models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="SheetFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("raw", models.BinaryField()),
            ],
        ),
    ]
