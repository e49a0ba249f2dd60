"""The bytes of files that were brought in are kept no more: no removal could find a name in them."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = (("registry", "0012_years"),)
    operations = (migrations.DeleteModel("SheetFile"),)
