"""The place of a candidate in the queue, its near-copies, who looks at it, and what may be the same."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0003_accounts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Band",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BigIntegerField(db_index=True)),
                ("document", models.CharField(max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name="Looking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("candidate", models.CharField(db_index=True, max_length=500)),
                ("person", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BigIntegerField(db_index=True)),
                ("item", models.CharField(db_index=True, max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name="Sketched",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.CharField(max_length=500, unique=True)),
                ("family", models.CharField(db_index=True, max_length=500)),
                ("digest", models.BinaryField()),
                ("words", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Suggested",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("left", models.CharField(db_index=True, max_length=500)),
                ("right", models.CharField(db_index=True, max_length=500)),
                ("score", models.FloatField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name="candidate",
            name="queue",
        ),
        migrations.AddField(
            model_name="candidate",
            name="assignee",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="candidate",
            name="category",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="candidate",
            name="day",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="candidate",
            name="family",
            field=models.CharField(blank=True, default="", max_length=500),
        ),
        migrations.AddField(
            model_name="candidate",
            name="folded",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="candidate",
            name="language",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="candidate",
            name="method",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="candidate",
            name="rank",
            field=models.FloatField(default=0),
        ),
        migrations.AddField(
            model_name="candidate",
            name="region",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="candidate",
            name="source",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddIndex(
            model_name="candidate",
            index=models.Index(
                fields=[
                    "state",
                    "folded",
                    "-rank",
                    "ident",
                    "language",
                    "region",
                    "method",
                    "category",
                    "source",
                    "assignee",
                    "day",
                ],
                name="queue",
            ),
        ),
        migrations.AddIndex(
            model_name="candidate",
            index=models.Index(fields=["family", "state"], name="family"),
        ),
        migrations.AddConstraint(
            model_name="looking",
            constraint=models.UniqueConstraint(fields=("candidate", "person"), name="looking_once"),
        ),
        migrations.AddConstraint(
            model_name="suggested",
            constraint=models.UniqueConstraint(fields=("left", "right"), name="suggested_once"),
        ),
    ]
