"""What is refused: posts from elsewhere, other names, tricks with paths, planted sessions, too much at once."""

import re

import httpx
import pytest
from argon2 import PasswordHasher

from sayso.web.users import User, write_users

PASSWORD = "four words and then some"  # noqa: S105 -- of people who are not
TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')


def token(client, path="/login"):
    return TOKEN.search(client.get(path).text)[1]


@pytest.fixture(scope="session")
def digest():
    return PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)


@pytest.fixture
def users(tmp_path, digest):
    path = tmp_path / "people.toml"
    roles = {"Ada": "review", "Rut": "read", "Siv": "admin"}
    write_users(path, [User(name=name, role=role, password=digest) for name, role in roles.items()])
    return path


@pytest.fixture
def address(serve, ledger, users):
    return serve(ledger=str(ledger), users=str(users))


def log_in(client, name="Ada", password=PASSWORD):
    return client.post("/login", data={"token": token(client), "name": name, "password": password, "back": "/events"})


def test_the_cookie_is_unseen_by_scripts_and_by_other_sites(client):
    cookie = httpx.get(client.base_url.join("/events")).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie


@pytest.mark.parametrize("path", ["/events", "/nowhere", "/static/base.css"])
def test_every_answer_forbids_what_is_not_ours(client, path):
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1.evil.example:8377", "", "localhost:1"])
def test_another_name_is_refused(client, host):
    assert client.get("/events", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
     {"Sec-Fetch-Site": "same-site"}],
)  # fmt: skip
def test_a_post_from_another_site_is_refused_even_with_the_token(client, headers):
    form = {"token": token(client, "/events"), "theme": "dark"}
    assert client.post("/look", data=form, headers=headers).status_code == 403
    assert "dark" not in client.cookies.values()
    assert client.post("/look", data=form, headers={"Origin": str(client.base_url)}).status_code == 200
    assert "dark" in client.cookies.values()


@pytest.mark.parametrize("given", [{}, {"token": ""}, {"token": "0" * 64}, {"token": "å"}])
def test_a_post_without_its_token_is_refused(client, given):
    client.get("/events")
    answer = client.post("/look", data={**given, "theme": "dark"})
    assert answer.status_code == 403
    assert "Not sent from here" in answer.text


def test_a_token_of_another_session_is_refused(client, browse):
    other = browse(client.base_url)
    client.get("/events")
    assert client.post("/look", data={"token": token(other, "/events"), "theme": "dark"}).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/vendor/..%5c..%5capp.py",
        "/static//etc/passwd", "/static/%00", "/static/", "/static/vendor", "/static/base.css/", "/../README.md",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_assets(client, path):
    raw = httpx.URL(str(client.base_url)).copy_with(raw_path=path.encode())
    assert client.get(raw).status_code == 404


@pytest.mark.parametrize(
    "back", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\r\nX: y", ""]
)
def test_going_back_never_leads_elsewhere(client, back):
    form = {"token": token(client, "/events"), "theme": "dark", "back": back}
    assert client.post("/look", data=form, follow_redirects=False).headers["Location"] == "/"


def test_what_is_too_large_is_refused(client):
    form = {"token": token(client, "/events"), "theme": "dark", "back": "x" * 1_000_001}
    answer = client.post("/look", data=form)
    assert answer.status_code == 413
    assert "Too large" in answer.text

    def endless():
        for _ in range(20):
            yield b"x" * 100_000

    answer = client.post("/look", content=endless(), headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413
    assert client.get("/events").status_code == 200


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
