"""Subject codes at the desk."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import SubjectMapping
from tests.admin.conftest import staff
from tests.factories import SectionFactory

pytestmark = pytest.mark.django_db
RIGHTS = ("view_subjectmapping", "add_subjectmapping", "change_subjectmapping", "view_section", "view_tag")
ADD = "/admin/articles/subjectmapping/add/"


def test_an_entry_gets_iptcs_alias_and_name():
    """Whatever the editor calls the scheme."""
    section = SectionFactory(name="Sport")
    data = {"scheme": "http://cv.iptc.org/newscodes/mediatopic/", "code": "20001065", "section": section.pk}
    response = staff(*RIGHTS).post(ADD, data)
    assert response.status_code == 302, response.context["errors"]
    entry = SubjectMapping.objects.get(code="20001065")
    assert (entry.scheme, entry.name, entry.section) == ("medtop", "soccer", section)


def test_a_code_that_iptc_does_not_have_is_refused():
    """A slip of the hand would file nothing, silently."""
    response = staff(*RIGHTS).post(ADD, {"scheme": "medtop", "code": "99999999"})
    assert "IPTC has no such code" in response.content.decode()
    assert not SubjectMapping.objects.filter(code="99999999").exists()


def test_the_list_costs_the_same_for_any_number_of_rows_and_sections():
    """Sections are chosen in the list itself, from options that are loaded once."""
    client = staff(*RIGHTS)
    counts = []
    for scheme in ("n2", "other"):
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/admin/articles/subjectmapping/").content.decode()
        counts.append(len(queries))
        for number in range(20):
            SubjectMapping.objects.create(scheme=scheme, code=str(number), section=SectionFactory())
    assert "crime, law and justice" in page
    assert counts[0] == counts[1] < 15
