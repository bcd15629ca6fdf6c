"""One request as handlers see it: who asks, in which language, on what form, and of which state of the ledger."""

from __future__ import annotations

from functools import cached_property

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from sayso.core.row import Head
from sayso.web.desk import Desk
from sayso.web.person import Person
from sayso.web.snapshot import Snapshot
from sayso.web.words import Words

LANGUAGE = "sayso-language"  # the cookie that holds the choice
THEME = "sayso-theme"  # the cookie that holds the choice
THEMES = ("auto", "light", "dark")


class Visit:
    """A request, its form where it is a post, the desk, the person, the words of the interface and the form token."""

    def __init__(self, request: Request, form: FormData, person: Person | None, words: Words, token: str) -> None:
        self.request = request
        self.form = form
        self.person = person
        self.words = words
        self.token = token
        self.no_moment = False  # set where the one asked for is none, so that no link leads there again

    @property
    def desk(self) -> Desk:
        """The ledger."""
        desk = self.request.app.state.desk
        assert isinstance(desk, Desk)
        return desk

    @property
    def named(self) -> bool:
        """Whether people log in here, and this visitor has."""
        return self.person is not None and not self.request.app.state.gate.is_open

    @property
    def as_of(self) -> str | None:
        """The moment of the ledger that is asked for, None for now."""
        return (not self.no_moment and self.asked("as_of")) or None

    @cached_property
    def snapshot(self) -> Snapshot:
        """The state asked for; raises LedgerError where the ledger cannot be read or has no such moment."""
        return self.desk.then(self.as_of) if self.as_of else self.desk.now()

    @cached_property
    def head(self) -> Head:
        """The last row there is, which the snapshot may not have worked in yet."""
        return self.desk.head()

    @property
    def theme(self) -> str:
        """The theme chosen, `auto` for that of the system."""
        chosen = self.request.cookies.get(THEME, "")
        return chosen if chosen in THEMES else THEMES[0]

    @property
    def here(self) -> str:
        """The address asked for, from its path on."""
        url = self.request.url
        return f"{url.path}?{url.query}" if url.query else url.path

    def is_in(self, path: str) -> bool:
        """Whether a page stands at or below a path."""
        here = self.request.url.path
        return here == path or here.startswith(f"{path}/")

    def others(self, *names: str) -> list[tuple[str, str]]:
        """The parameters of the address but for those named."""
        return [(key, value) for key, value in self.request.query_params.multi_items() if key not in names]

    @property
    def for_program(self) -> bool:
        """Whether a program asks, and not a person."""
        return self.request.url.path.startswith("/api/")

    @property
    def swap(self) -> bool:
        """Whether htmx asks, for a part of the page."""
        return self.request.headers.get("HX-Request") == "true" and not self.request.headers.get("HX-Boosted")

    def asked(self, name: str) -> str:
        """A parameter of the address, less white space around it; empty where there is none."""
        return self.request.query_params.get(name, "").strip()

    def asked_all(self, name: str) -> list[str]:
        """A parameter of the address that may come more than once."""
        return [one.strip() for one in self.request.query_params.getlist(name) if one.strip()]

    def part(self, name: str) -> str:
        """A part of the path."""
        return str(self.request.path_params[name])

    def given(self, name: str) -> str:
        """A field of the form as text; empty where there is none."""
        value = self.form.get(name, "")
        return value if isinstance(value, str) else ""

    def given_all(self, name: str) -> list[str]:
        """A field of the form that may come more than once, as texts."""
        return [one for one in self.form.getlist(name) if isinstance(one, str)]

    def file(self, name: str) -> UploadFile | None:
        """A file of the form; None where none was chosen."""
        value = self.form.get(name)
        return value if isinstance(value, UploadFile) and value.filename else None
