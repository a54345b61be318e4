from django.db import migrations

# The top of IPTC's tree of Media Topics, ready for a newsroom to say which of its sections each is.
TOPICS = {
    "01000000": "arts, culture, entertainment and media",
    "02000000": "crime, law and justice",
    "03000000": "disaster, accident and emergency incident",
    "04000000": "economy, business and finance",
    "05000000": "education",
    "06000000": "environment",
    "07000000": "health",
    "08000000": "human interest",
    "09000000": "labour",
    "10000000": "lifestyle and leisure",
    "11000000": "politics",
    "12000000": "religion",
    "13000000": "science and technology",
    "14000000": "society",
    "15000000": "sport",
    "16000000": "conflict, war and peace",
    "17000000": "weather",
}


def add(apps, schema_editor):
    mapping = apps.get_model("articles", "SubjectMapping")
    mapping.objects.using(schema_editor.connection.alias).bulk_create(
        mapping(scheme="medtop", code=code, name=name) for code, name in TOPICS.items()
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_subjects_and_former_addresses")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=False)]
