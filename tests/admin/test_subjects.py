"""Subject codes at the desk."""

from __future__ import annotations

import pytest

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


def test_sections_are_chosen_in_the_list(django_assert_max_num_queries):
    """Seventeen rows, the same number of statements for any number of them."""
    client = staff(*RIGHTS)
    with django_assert_max_num_queries(12):
        page = client.get("/admin/articles/subjectmapping/").content.decode()
    assert "crime, law and justice" in page
