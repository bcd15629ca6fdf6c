"""A model is carried in parts and is the same when they are joined."""

import pytest

from training.carried import joined, parted


@pytest.mark.parametrize("length", [0, 1, 9, 10, 11, 35])
def test_what_was_parted_is_the_same_joined(length, tmp_path):
    packed = bytes(range(length))

    paths = parted(packed, tmp_path, size=10)

    assert all(path.stat().st_size <= 10 for path in paths)
    if packed:
        assert joined(tmp_path) == packed


def test_a_folder_without_parts_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="no part-00"):
        joined(tmp_path)
