from sayso.publish.ids import Ids


def test_as_short_as_can_be():
    ids = Ids(["0123456789", "0123456780", "abcdefghij", "0123456789"])
    assert ids.short("abcdefghij") == "abcdefgh"
    assert ids.short("0123456789") == "0123456789"
    assert ids.short("ffff0000ffff") == "ffff0000"
    assert ids.short("abcdefghij", 3) == "abc"
