"""The search index that follows `articles_searchtext`: FTS5 in SQLite, a generated tsvector in PostgreSQL.

https://www.sqlite.org/fts5.html#external_content_tables
https://www.postgresql.org/docs/current/textsearch-tables.html
"""

import django.db.models.deletion
from django.db import migrations, models

import articles.models.search

COLUMNS = ["headline", "standfirst", "names", "tags", "body"]
NAMES = ", ".join(COLUMNS)
NEW, OLD = (", ".join(f"{row}.{column}" for column in ["article_id", *COLUMNS]) for row in ("new", "old"))
ADD = f"INSERT INTO articles_searchindex(rowid, {NAMES}) VALUES ({NEW});"
REMOVE = f"INSERT INTO articles_searchindex(articles_searchindex, rowid, {NAMES}) VALUES ('delete', {OLD});"

FORWARDS = {
    "sqlite": [
        # The stored words are folded already: the tokenizer has only to cut them, marks of Indic scripts included.
        f"""CREATE VIRTUAL TABLE articles_searchindex USING fts5({NAMES},
            content='articles_searchtext', content_rowid='article_id',
            tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")""",
        "INSERT INTO articles_searchindex(articles_searchindex, rank) VALUES ('rank', 'bm25(16, 4, 8, 8, 1)')",
        f"CREATE TRIGGER articles_searchtext_added AFTER INSERT ON articles_searchtext BEGIN {ADD} END",
        f"CREATE TRIGGER articles_searchtext_removed AFTER DELETE ON articles_searchtext BEGIN {REMOVE} END",
        f"CREATE TRIGGER articles_searchtext_changed AFTER UPDATE ON articles_searchtext BEGIN {REMOVE} {ADD} END",
        "INSERT INTO articles_searchindex(articles_searchindex) VALUES ('rebuild')",
    ],
    "postgresql": [
        """ALTER TABLE articles_searchtext ADD COLUMN vector tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', headline), 'A')
            || setweight(to_tsvector('simple', tags), 'B') || setweight(to_tsvector('simple', names), 'B')
            || setweight(to_tsvector('simple', standfirst), 'C')
            || setweight(to_tsvector('simple', body), 'D')) STORED""",
        "CREATE INDEX articles_searchtext_vector ON articles_searchtext USING gin (vector)",
        f"""CREATE VIEW articles_searchindex AS
            SELECT article_id AS rowid, vector AS articles_searchindex, 0.0::float8 AS rank, {NAMES}
            FROM articles_searchtext""",
    ],
}
BACKWARDS = {
    "sqlite": [
        "DROP TRIGGER articles_searchtext_added",
        "DROP TRIGGER articles_searchtext_removed",
        "DROP TRIGGER articles_searchtext_changed",
        "DROP TABLE articles_searchindex",
    ],
    "postgresql": [
        "DROP VIEW articles_searchindex",
        "DROP INDEX articles_searchtext_vector",
        "ALTER TABLE articles_searchtext DROP COLUMN vector",
    ],
}


def forwards(apps, schema_editor):
    for statement in FORWARDS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def backwards(apps, schema_editor):
    for statement in BACKWARDS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(forwards, backwards),
        migrations.CreateModel(
            name="SearchIndex",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        db_column="rowid",
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="search_index",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("document", articles.models.search.IndexField(db_column="articles_searchindex")),
                ("rank", models.FloatField()),
                ("headline", models.TextField()),
                ("standfirst", models.TextField()),
                ("names", models.TextField()),
                ("tags", models.TextField()),
                ("body", models.TextField()),
            ],
            options={
                "db_table": "articles_searchindex",
                "managed": False,
            },
        ),
    ]
