"""What is refused: posts from elsewhere, other names, tricks with paths, planted sessions, too much at once."""

import re

import httpx
import pytest
from people import PASSWORD, TOKEN, log_in, token

from sayso.web.api.line import Deed
from sayso.web.api.table import TABLE
from sayso.web.endpoint import Action, Page
from sayso.web.routes import PAGES
from sayso.web.users import User, write_users

ACTIONS = [one for one in PAGES if isinstance(one, Action)]
DEEDS = [one for one in TABLE if isinstance(one, Deed)]
SEEN = [one for one in PAGES if isinstance(one, Page) and one.role] + [
    one for one in TABLE if not isinstance(one, Deed)
]
GUARDED = [one for one in (*ACTIONS, *DEEDS) if one.role]


def path_of(one):
    """An address of a line of the table."""
    return re.sub(r"\{[^}]*\}", "x", one.path)


def post(client, one, **more):
    if isinstance(one, Deed):
        return client.post(path_of(one), json={}, follow_redirects=False, **more)
    return client.post(path_of(one), data={"token": token(client)}, follow_redirects=False, **more)


def test_the_cookie_is_unseen_by_scripts_and_by_other_sites(visitor):
    cookie = httpx.get(visitor.base_url.join("/events")).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie


@pytest.mark.parametrize("path", ["/events", "/nowhere", "/static/base.css"])
def test_every_answer_forbids_what_is_not_ours(visitor, path):
    headers = visitor.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1.evil.example:8377", "", "localhost:1"])
def test_another_name_is_refused(visitor, host):
    assert visitor.get("/events", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
     {"Sec-Fetch-Site": "same-site"}],
)  # fmt: skip
def test_a_post_from_another_site_is_refused_even_with_the_token(visitor, headers):
    form = {"token": token(visitor, "/events"), "theme": "dark"}
    assert visitor.post("/look", data=form, headers=headers).status_code == 403
    assert "dark" not in visitor.cookies.values()
    assert visitor.post("/look", data=form, headers={"Origin": str(visitor.base_url)}).status_code == 200
    assert "dark" in visitor.cookies.values()


@pytest.mark.parametrize("given", [{}, {"token": ""}, {"token": "0" * 64}, {"token": "å"}])
def test_a_post_without_its_token_is_refused(visitor, given):
    visitor.get("/events")
    answer = visitor.post("/look", data={**given, "theme": "dark"})
    assert answer.status_code == 403
    assert "Not sent from here" in answer.text


def test_a_token_of_another_session_is_refused(visitor, browse):
    other = browse(visitor.base_url)
    visitor.get("/events")
    assert visitor.post("/look", data={"token": token(other, "/events"), "theme": "dark"}).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/vendor/..%5c..%5capp.py",
        "/static//etc/passwd", "/static/%00", "/static/", "/static/vendor", "/static/base.css/", "/../README.md",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_assets(visitor, path):
    raw = httpx.URL(str(visitor.base_url)).copy_with(raw_path=path.encode())
    assert visitor.get(raw).status_code == 404


@pytest.mark.parametrize(
    "back", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\r\nX: y", ""]
)
def test_going_back_never_leads_elsewhere(visitor, back):
    form = {"token": token(visitor, "/events"), "theme": "dark", "back": back}
    assert visitor.post("/look", data=form, follow_redirects=False).headers["Location"] == "/"


def test_what_is_too_large_is_refused(visitor):
    form = {"token": token(visitor, "/events"), "theme": "dark", "back": "x" * 1_000_001}
    answer = visitor.post("/look", data=form)
    assert answer.status_code == 413
    assert "Too large" in answer.text

    def endless():
        for _ in range(20):
            yield b"x" * 100_000

    answer = visitor.post("/look", content=endless(), headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413
    assert visitor.get("/events").status_code == 200


def test_a_stranger_is_asked_to_log_in_and_comes_to_where_they_wanted(address, browse):
    client = browse(address)
    answer = client.get("/events?page=2")
    assert answer.url.path == "/login"
    assert "Orvelo" not in answer.text
    back = re.search(r'name="back" value="([^"]+)"', answer.text)[1]
    form = {"token": TOKEN.search(answer.text)[1], "name": "Ada", "password": PASSWORD, "back": back}
    answer = client.post("/login", data=form)
    assert str(answer.url).endswith("/events?page=2")
    assert "Ada" in answer.text


@pytest.mark.parametrize(("name", "password"), [("Ada", "wrong"), ("Nobody", PASSWORD), ("", ""), ("Ada", "x" * 2000)])
def test_a_wrong_name_or_password_lets_nobody_in(address, browse, name, password):
    client = browse(address)
    answer = log_in(client, name, password)
    assert answer.status_code == 403
    assert "do not belong together" in answer.text
    assert client.get("/events").url.path == "/login"


def test_a_session_planted_before_logging_in_is_worth_nothing(address, browse):
    client, planted = browse(address), "A" * 43
    client.cookies.set("sayso", planted, domain="127.0.0.1", path="/")
    log_in(client)
    assert client.get("/events").url.path == "/events"
    thief = browse(address)
    thief.cookies.set("sayso", planted, domain="127.0.0.1", path="/")
    assert thief.get("/events").url.path == "/login"


def test_logging_out_ends_the_session_also_for_who_kept_the_cookie(address, browse):
    client, kept = browse(address), browse(address)
    log_in(client)
    kept.cookies.update(client.cookies)
    assert kept.get("/events").url.path == "/events"
    client.post("/logout", data={"token": token(client, "/events")})
    assert kept.get("/events").url.path == "/login"


def test_logging_in_is_slowed_down_after_many_failures(address, browse):
    client = browse(address)
    assert {log_in(client, "Ada", "wrong").status_code for _ in range(10)} == {403}
    answer = log_in(client)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= 900


def test_whoever_is_taken_out_of_the_file_is_out_at_once(address, browse, users, digest):
    client = browse(address)
    log_in(client)
    assert client.get("/events").url.path == "/events"
    write_users(users, [User(name="Rut", role="read", password=digest)])
    assert client.get("/events").url.path == "/login"


def test_a_file_of_users_that_cannot_be_read_lets_nobody_in(address, browse, users):
    client = browse(address)
    log_in(client)
    users.write_text("user = 3\n", "utf-8")
    answer = client.get("/events")
    assert answer.status_code == 503
    assert "people.toml" in answer.text


@pytest.mark.parametrize("one", SEEN, ids=lambda one: one.path)
def test_a_stranger_sees_nothing(stranger, one):
    answer = stranger.get(path_of(one), follow_redirects=False)
    if one.path.startswith("/api/"):
        assert answer.status_code == 401
    else:
        assert answer.headers["Location"].startswith("/login?back=")
    assert "Orvelo" not in answer.text


@pytest.mark.parametrize("one", GUARDED, ids=lambda one: one.path)
def test_a_stranger_records_nothing(stranger, one):
    assert post(stranger, one).status_code == 401


@pytest.mark.parametrize("one", [one for one in GUARDED if one.role != "read"], ids=lambda one: one.path)
def test_who_may_only_read_records_nothing(reader, one):
    answer = post(reader, one)
    assert answer.status_code == 403
    assert "Not allowed" in answer.text


@pytest.mark.parametrize("one", [*ACTIONS, *DEEDS], ids=lambda one: one.path)
def test_no_post_from_another_site_comes_through(visitor, one):
    answer = post(visitor, one, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "only from the workbench" in answer.text


@pytest.mark.parametrize("one", ACTIONS, ids=lambda one: one.path)
def test_no_action_is_done_without_its_token(visitor, one):
    visitor.get("/events")
    assert visitor.post(path_of(one), data={}).status_code == 403


@pytest.mark.parametrize("one", [*ACTIONS, *DEEDS], ids=lambda one: one.path)
def test_nothing_is_done_by_following_a_link(visitor, one):
    before = visitor.get("/api/ledger").json()["as_of"]["last"]
    answer = visitor.get(path_of(one), follow_redirects=False)
    assert answer.status_code in (200, 303, 404, 405)  # what may also be looked at is a page of its own
    assert visitor.get("/api/ledger").json()["as_of"]["last"] == before
