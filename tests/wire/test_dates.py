"""Dates and times as they stand in copy."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.wire import dates
from articles.wire.dates import solar
from articles.wire.errors import WireError

FRIDAY = date(2016, 7, 8)
MOMENT = datetime(2016, 7, 8, 17, 40, tzinfo=UTC)

DATES = [
    "July 8, 2016",
    "8 July 2016",
    "Friday, July 8, 2016",
    "Fri 8th July 2016",
    "the 8th of July, 2016",
    "8 JULY 2016",
    "Jul. 8, 2016",
    "8-Jul-2016",
    "8-Jul-16",
    "2016-07-08",
    "2016/07/08",
    "20160708",
    "08.07.2016",
    "8.7.2016",
    "8/7/2016",
    "08/07/16",
    "7/8/2016, Friday",
    "8. Juli 2016",
    "Freitag, 8. Juli 2016",
    "Fr., 08.07.2016",
    "8 juillet 2016",
    "vendredi 8 juil. 2016",
    "le 8 juillet 2016",
    "8 de julio de 2016",
    "viernes, 8 de julio del 2016",
    "8 luglio 2016",
    "8 LUG 2016",
    "8 lug. 2016",
    "8 de julho de 2016",
    "sexta-feira, 8 de julho de 2016",
    "8 juli 2016",
    "8 Temmuz 2016",
    "8 TEMMUZ 2016",
    "8 Temmuz 2016 Cuma",
    "8 июля 2016",
    "8 июля 2016 г.",
    "пятница, 8 июля 2016 года",
    "8 ИЮЛ 2016",
    "8 липня 2016 року",
    "8 lipca 2016 r.",
    "8. července 2016",
    "8. júla 2016",
    "fredag 8. juli 2016",
    "8. heinäkuuta 2016",
    "perjantai 8.7.2016",
    "8 Ιουλίου 2016",
    "Παρασκευή 8 Ιουλίου 2016",
    "8 ΙΟΥΛΙΟΥ 2016",
    "8 يوليو 2016",
    "٨ يوليو ٢٠١٦",
    "الجمعة 8 تموز/يوليو 2016",
    "8 ژوئیه 2016",
    "۱۸ تیر ۱۳۹۵",
    "8 ביולי 2016",
    "2016年7月8日",
    "2016年7月8日 星期五",
    "2016年7月8日金曜日",
    "2016년 7월 8일",
    "2016. 7. 8.",
    "8 जुलाई 2016",
    "८ जुलाई २०१६",
    "Jumat, 8 Juli 2016",
    "8 Julai 2016",
    "8 iulie 2016",
    "2016. július 8., péntek",
    "8. srpnja 2016.",
    "8. jula 2016",
    "8. јула 2016.",
    "8 юли 2016 г.",
    "8 de juliol de 2016",
    "2016 m. liepos 8 d.",
    "2016. gada 8. jūlijs",
    "8. juuli 2016",
    "ngày 8 tháng 7 năm 2016",
    "8 กรกฎาคม 2559",
    "8 ก.ค. 2559",
    "8 iyul 2016",
    "8 Korrik 2016",
    "2016ko uztailaren 8a",
    "8.VII.2016",
]

TIMES = [
    "2016-07-08T17:40:00Z",
    "2016-07-08T17:40Z",
    "2016-07-08 17:40:00 UTC",
    "20160708T174000Z",
    "20160708T1740Z",
    "2016-07-08T19:40:00+02:00",
    "2016-07-08T19:40+0200",
    "2016-07-08T17:40:00.000Z",
    "Fri, 8 Jul 2016 17:40:00 GMT",
    "Fri, 08 Jul 2016 17:40:00 +0000 (UTC)",
    "08 Jul 2016 13:40:00 EDT",
    "Fri Jul  8 17:40:00 UTC 2016",
    "July 8, 2016, at 5:40 p.m. GMT",
    "5:40 PM GMT, July 8, 2016",
    "8 juillet 2016 à 19h40 CEST",
    "8. Juli 2016, 19.40 Uhr MESZ",
    "8 Temmuz 2016 20:40 TSİ",
    "8 июля 2016, 20:40 МСК",
    "8 juli 2016 18:40 BST",
    "8 July 2016 1740 GMT",
    "1740 GMT 8 July 2016",
    "9 July 2016 02:40 JST",
    "8 July 2016 at 1:40 pm EDT",
    "July 8, 2016 1:40 PM ET",
    "8 July 2016 17:40 (GMT)",
    "2016-07-08 20:40 GMT+3",
    "8 Jul 2016 10:40 PDT",
]

LOCAL_TIMES = [
    "8 July 2016 17:40",
    "17:40, 8 July 2016",
    "8 juillet 2016, 17 h 40",
    "17h40 le 8 juillet 2016",
    "8. Juli 2016 um 17:40 Uhr",
    "8 de julio de 2016 a las 17:40",
    "8 luglio 2016 alle 17.40",
    "8 de julho de 2016 às 17h40",
    "8 Temmuz 2016 saat 17.40",
    "08.07.2016 17:40",
    "8 июля 2016 года в 17:40",
    "8.7.2016 klo 17.40",
    "8. juli 2016 kl. 17.40",
    "8 lipca 2016, godz. 17:40",
    "2016年7月8日17时40分",
    "2016年7月8日 下午5:40",
    "2016년 7월 8일 오후 5시 40분",
    "٨ يوليو ٢٠١٦ ١٧:٤٠",
    "8 Ιουλίου 2016, 5:40 μ.μ.",
    "5.40pm Friday 8 July 2016",
    "20160708174000",
]

NO_DATES = [
    "",
    "yesterday",
    "2 gün önce",
    "July 2016",
    "8",
    "2016",
    "12:34",
    "31 February 2016",
    "29 Feb 2015",
    "2016-13-01",
    "32/13/2016",
    "00000000",
    "99999999",
    "25:00 8 July 2016",
    "8 July 20160",
    "8 July 2016 and 9 July 2016",
    "July 8-9, 2016",
    "Room 8 July",
    "Updated 18:12 8 July 2016",
    "8 July 2016 17:40 XYZ",
    "YYYYMMDD000000-HHMM",
    "version 1.2.3.4",
]


@pytest.mark.parametrize(
    ("printed", "month"),
    [
        (f"8 {name} 2016", number)
        for number, names in enumerate(
            [
                "January Januar",
                "February",
                "March März mars",
                "April",
                "May mai mei",
                "June juin",
                "July",
                "August août",
                "September",
                "October Oktober",
                "November",
                "December Dec Dez dec dic Dicembre diciembre dezembro décembre desember",
            ],
            1,
        )
        for name in names.split()
    ],
)
def test_each_month_behind_its_day(printed: str, month: int) -> None:
    """No month is taken for a word such as `de` or `di` that may stand between day and month."""
    moment = dates.read(printed)
    assert moment is not None
    assert moment.value.date() == date(2016, month, 8)


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    """The same day in the ways and the languages that people write it in."""
    moment = dates.read(text)
    assert moment is not None
    assert moment.value == datetime(2016, 7, 8, tzinfo=UTC)
    assert (moment.has_year, moment.has_time, moment.has_zone) == (True, False, False)


@pytest.mark.parametrize("text", TIMES)
def test_times_with_a_zone(text: str) -> None:
    """The same moment in the ways and the zones that it is written in."""
    moment = dates.read(text, "Asia/Tokyo")
    assert moment is not None
    assert moment.value == MOMENT
    assert (moment.has_year, moment.has_time, moment.has_zone) == (True, True, True)


@pytest.mark.parametrize("text", LOCAL_TIMES)
def test_times_without_a_zone(text: str) -> None:
    """A time that does not say its zone is one of the zone that is asked for."""
    moment = dates.read(text, "Europe/Istanbul")
    assert moment is not None
    assert moment.value.isoformat() == "2016-07-08T17:40:00+03:00"
    assert (moment.has_time, moment.has_zone) == (True, False)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    """What is no date, not one, or not a date alone, is none; nothing is guessed."""
    assert dates.read(text) is None


class TestRules:
    """How unclear dates are read."""

    def test_the_day_comes_first(self) -> None:
        """8/7/2016 is in July; where that is no date, the month comes first."""
        assert dates.read("8/7/2016").value.date() == FRIDAY
        assert dates.read("7/18/2016").value.date() == date(2016, 7, 18)

    def test_a_clock_of_twelve_hours_decides(self) -> None:
        """AM and PM beside slashes are American, unless the month alone is filled up with a nought."""
        assert (
            dates.read("7/8/2016 5:40:00 PM", "Europe/Istanbul").value.isoformat()
            == "2016-07-08T17:40:00+03:00"
        )
        assert dates.read("07/08/2016 5:40 p.m.").value.date() == FRIDAY
        assert dates.read("8/07/2016 5:40 PM").value.date() == FRIDAY
        assert dates.read("8/7/2016 17:40").value.date() == FRIDAY
        assert dates.read("8.7.2016 5:40 PM").value.date() == FRIDAY

    def test_a_weekday_decides(self) -> None:
        """A weekday beside a date tells day from month; one that fits neither changes nothing."""
        assert dates.read("Friday 7/8/2016").value.date() == FRIDAY
        assert dates.read("Sunday 7/8/2016").value.date() == date(2016, 8, 7)
        assert dates.read("Monday 7/8/2016").value.date() == date(2016, 8, 7)

    def test_midnight_is_local(self) -> None:
        """A date without a time is midnight in the zone that is asked for."""
        assert dates.read("8 July 2016", "America/New_York").value.isoformat() == "2016-07-08T00:00:00-04:00"

    def test_without_a_year(self) -> None:
        """A date that names no year says so, and holds a year that nobody takes for one."""
        for text in ("July 8", "8 juillet", "7月8日"):
            moment = dates.read(text)
            assert not moment.has_year
            assert (moment.value.year, moment.value.month, moment.value.day) == (dates.NO_YEAR, 7, 8)
        assert dates.read("Feb 29").value.day == 29

    def test_the_last_minute_of_a_day(self) -> None:
        """24:00 is the midnight after, and a leap second the second before."""
        assert dates.read("2016-07-08T24:00:00Z").value == datetime(2016, 7, 9, tzinfo=UTC)
        assert dates.read("2016-06-30T23:59:60Z").value == datetime(2016, 6, 30, 23, 59, 59, tzinfo=UTC)

    def test_names_of_zones_follow_history(self) -> None:
        """Moscow was an hour further in 2012, Istanbul an hour nearer in the winter of 2015."""
        assert dates.read("8 July 2012 12:00 MSK").value.utcoffset() == timedelta(hours=4)
        assert dates.read("8 July 2016 12:00 MSK").value.utcoffset() == timedelta(hours=3)
        assert dates.read("8 Ocak 2015 12:00 TSİ").value.utcoffset() == timedelta(hours=2)

    def test_a_name_of_several_zones(self) -> None:
        """IST is read only where the zone that is asked for is called so."""
        assert dates.read("5 July 2018 9:27 IST", "Asia/Kolkata").has_zone
        moment = dates.read("5 July 2018 9:27 IST", "Europe/Paris")
        assert (moment.value.isoformat(), moment.has_zone) == ("2018-07-05T09:27:00+02:00", False)

    def test_listopad(self) -> None:
        """October in Croatian, where the day is an ordinal; November in Polish and Czech."""
        assert dates.read("8. listopada 2016.").value.month == 10
        assert dates.read("8 listopada 2016").value.month == 11

    def test_solar_calendar(self) -> None:
        """Known days of the Iranian calendar, and days that it has not."""
        assert solar.gregorian(1395, 1, 1) == date(2016, 3, 20)
        assert solar.gregorian(1396, 1, 1) == date(2017, 3, 21)
        assert solar.gregorian(1357, 11, 22) == date(1979, 2, 11)
        assert solar.gregorian(1399, 12, 30) == date(2021, 3, 20)
        assert solar.gregorian(1400, 12, 30) is None
        assert solar.gregorian(1395, 7, 31) is None

    def test_unknown_zone(self) -> None:
        """A zone that does not exist is one of our errors."""
        with pytest.raises(WireError, match="no time zone 'Mars/Olympus'"):
            dates.read("8 July 2016", "Mars/Olympus")


class TestFinding:
    """The first date within a text, with the time beside it."""

    @pytest.mark.parametrize(
        ("text", "found", "iso"),
        [
            (
                "EMBARGOED until 00:01 Tuesday 12 July 2016",
                "00:01 Tuesday 12 July 2016",
                "2016-07-12T00:01:00+00:00",
            ),
            (
                "Not before 12 July 2016, 00:01 GMT.",
                "12 July 2016, 00:01 GMT",
                "2016-07-12T00:01:00+00:00",
            ),
            (
                "Sperrfrist: 12. Juli 2016, 6.00 Uhr, danach frei",
                "12. Juli 2016, 6.00 Uhr",
                "2016-07-12T06:00:00+00:00",
            ),
            (
                "12 Temmuz 2016 saat 10.00'a kadar ambargolu",
                "12 Temmuz 2016 saat 10.00",
                "2016-07-12T10:00:00+00:00",
            ),
            (
                "Issued at 9:27 am EST on Thursday 5 July 2018.",
                "9:27 am EST on Thursday 5 July 2018",
                "2018-07-05T09:27:00-05:00",
            ),
            (
                "Embargo: 6 a.m. ET, Tuesday, July 12, 2016",
                "6 a.m. ET, Tuesday, July 12, 2016",
                "2016-07-12T06:00:00-04:00",
            ),
            ("before 2016-07-12\nand 2016-07-13", "2016-07-12", "2016-07-12T00:00:00+00:00"),
        ],
    )
    def test_found(self, text: str, found: str, iso: str) -> None:
        """Date and time are found where they stand, either first."""
        moment, start, end = dates.find(text)
        assert (text[start:end], moment.value.isoformat()) == (found, iso)

    @pytest.mark.parametrize(
        "text", ["", "no date in room 12 at 13:30", "1.2.3.4 and 5/6", "results 3-2, 4-1", "call 030 1234567"]
    )
    def test_nothing(self, text: str) -> None:
        """Numbers alone are no dates."""
        assert dates.find(text) is None


class TestDatelines:
    """Where the date of a dateline ends."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("July 8 (Reuters) - Text", "July 8"),
            ("Feb. 1, 2017 /PRNewswire/", "Feb. 1, 2017"),
            ("8 juil 2016 (AFP)", "8 juil 2016"),
            ("8 juil. (AFP)", "8 juil."),
            ("8. Juli (dpa)", "8. Juli"),
            ("8 июля. /ТАСС/", "8 июля"),
            ("8 июля 2016 г. - ", "8 июля 2016 г."),
            ("8 jul (EFE).-", "8 jul"),
            ("8 LUG -", "8 LUG"),
            ("7月8日电", "7月8日"),
            ("8日 共同", "8日"),
            ("Oct 12 AAP -", "Oct 12"),
            ("Oct. 12--", "Oct. 12"),
            ("8/7 (KNA)", "8/7"),
            ("8.7. (STT)", "8.7."),
            ("08.07.16 -", "08.07.16"),
            ("Fri., July 8 (AP)", "Fri., July 8"),
            ("sexta-feira, 8 jul (Lusa)", "sexta-feira, 8 jul"),
            ("8 Temmuz (AA) -", "8 Temmuz"),
            ("8 يوليو (أ ف ب)", "8 يوليو"),
            ("July 8 1200 GMT", "July 8 1200 GMT"),
            ("3 Mar 2021 10:15 GMT (PA)", "3 Mar 2021 10:15 GMT"),
            ("Mar. 3rd, 2021 (AP)", "Mar. 3rd, 2021"),
        ],
    )
    def test_found(self, text: str, found: str) -> None:
        """It ends with its last number or name; the full stop of a short month belongs to it."""
        before = "PLACE, "
        assert dates.dateline_date(before + text, len(before)) == len(before) + len(found)

    @pytest.mark.parametrize(
        "text",
        [
            "may the road rise",
            "8 people",
            "March on Rome",
            "July (Reuters)",
            "Sept 31 -",
            "31/31 -",
            "",
            "(AA)",
        ],
    )
    def test_none(self, text: str) -> None:
        """Words and numbers that are no date."""
        assert dates.dateline_date(text, 0) is None


class TestAnyInput:
    """Properties that hold whatever comes in."""

    PIECES = st.one_of(
        st.sampled_from(
            [
                "July",
                "Jul.",
                "juillet",
                "8",
                "2016",
                "12:30",
                "pm",
                "GMT",
                "Uhr",
                "à",
                "de",
                "Freitag",
                "年",
                "月",
                "日",
                "٨",
                "يوليو",
                "كانون",
                "الثاني",
                "'16",
                "1395",
                "تیر",
                "2559",
                "ก.ค.",
                "gada",
                "+0300",
                "T",
                "Z",
                "24:00",
                "9999",
                "0000",
                "ET",
                "/",
                "-",
                ".",
                ",",
                "(",
                ")",
            ]
        ),
        st.text(max_size=3),
    )

    @given(st.lists(PIECES, max_size=10), st.sampled_from(["", " "]))
    @settings(deadline=None)
    def test_text(self, pieces: list[str], between: str) -> None:
        """No text raises an error, and what is found stands within it."""
        text = between.join(pieces)
        moment = dates.read(text, "Europe/Istanbul")
        assert moment is None or moment.value.tzinfo is not None
        found = dates.find(text)
        assert found is None or 0 <= found[1] < found[2] <= len(text)
        end = dates.dateline_date(text, 0)
        assert end is None or 0 < end <= len(text)

    @given(st.datetimes(min_value=datetime(1700, 1, 1), max_value=datetime(2199, 12, 31)))  # noqa: DTZ001
    def test_iso_comes_back(self, moment: datetime) -> None:
        """Any moment that is written as ISO 8601 is read as that moment."""
        aware = moment.replace(tzinfo=UTC)
        assert dates.read(aware.isoformat()).value == aware

    @pytest.mark.parametrize(
        "piece", ["1 ", "8 July ", "july 8 20160 ", "2016-", "1h", "12:", "a", "ab.", "12 a.m. "]
    )
    def test_no_long_time(self, piece: str) -> None:
        """A quarter of a megabyte of almost-dates is searched in seconds."""
        text = piece * (250_000 // len(piece))
        begun = time.process_time()
        dates.find(text)
        dates.read(text)
        assert time.process_time() - begun < 6
