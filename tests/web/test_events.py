def test_the_first_page_lists_the_events(visitor):
    answer = visitor.get("/")
    assert answer.status_code == 200
    assert answer.url.path == "/events"
    assert "Orvelo" in answer.text
    assert "As of row" in answer.text
