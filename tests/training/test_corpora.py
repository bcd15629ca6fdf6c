"""Training's readers of data, on a few lines of our own; what needs torch is tried by training itself."""

import gzip
import json
import struct

import numpy as np
import pytest

from training import corpora, encoder_file, silver, trimmed


def packed(path, text):
    path.write_bytes(gzip.compress(text.encode()))
    return path


def marked(text, names):
    return [(text[start:end], kind) for start, end, kind in names]


def test_words_without_their_text_are_put_together_with_names_where_they_stand(tmp_path):
    lines = "Anna\tPER\nBerg\tPER\nlämnade\t0\nTarvo\tLOC\n.\t0\n\nIngen\t0\nskadades\t0\n.\t0\n\n"
    first, second = corpora.named(packed(tmp_path / "names.gz", lines), word=0, column=1)
    assert first.text == "Anna Berg lämnade Tarvo."
    assert marked(first.text, first.names) == [("Anna Berg", "PER"), ("Tarvo", "LOC")]
    assert (second.text, second.names) == ("Ingen skadades.", ())


def test_names_in_iob_are_found_in_the_text_as_written(tmp_path):
    lines = "# text = I Tarvo (Lirena).\n1\tI\tO\n2\tTarvo\tB-LOC\n3\t(\tO\n4\tLirena\tB-LOC\n5\t)\tO\n6\t.\tO\n\n"
    (one,) = corpora.named(packed(tmp_path / "names.gz", lines), word=1, column=2)
    assert marked(one.text, one.names) == [("Tarvo", "LOC"), ("Lirena", "LOC")]


def test_a_line_without_a_word_is_passed_over(tmp_path):
    (one,) = corpora.named(packed(tmp_path / "names.gz", "LOC\nTarvo LOC\n"), word=0, column=1)
    assert one.text == "Tarvo"


def test_of_several_annotators_the_first_is_taken(tmp_path):
    said = [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 13]]}]
    rows = [{"id": "a", "text": "Anna said yes", "attributions": these} for these in (said, [])]
    (one,) = corpora.attributed(packed(tmp_path / "said.gz", "\n".join(map(json.dumps, rows))))
    assert one.attributions == (corpora.Attribution(((0, 4),), ((5, 9),), ((10, 13),)),)


def test_joined_sentences_keep_what_is_marked_in_them():
    said = corpora.Attribution(((0, 4),), ((5, 9),), ((10, 13),))
    parts = [corpora.Text("Anna said yes", (said,), ((0, 4, "PER"),))] * 2
    (one,) = corpora.joined(iter(parts))
    assert [one.text[slice(*a.content[0])] for a in one.attributions] == ["yes", "yes"]
    assert marked(one.text, one.names) == [("Anna", "PER"), ("Anna", "PER")]


def test_the_links_of_a_record_are_attributions_once_each():
    link = {"source": {"span": [[0, 4]]}, "cue": [[5, 9]]}
    record = {"claims": [{"content": [[10, 13]], "attribution": [link]}] * 2}
    assert silver.attributions(record) == [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 13]]}]


def test_four_bit_blocks_unpack_low_halves_first():
    halves = bytes(low | high << 4 for low, high in zip(range(16), reversed(range(16)), strict=True))
    row = np.frombuffer(struct.pack("<e", 0.5) + halves, np.uint8)[None]
    assert encoder_file.unpacked(row)[0].tolist() == [(k - 8) / 2 for k in [*range(16), *reversed(range(16))]]


def test_another_file_is_refused(tmp_path):
    (tmp_path / "other.bin").write_bytes(b"GGUF")
    with pytest.raises(ValueError, match="not an encoder file"):
        encoder_file.opened(tmp_path / "other.bin")


def encoder_bytes(pieces):
    """An encoder of one block a row, whose word vectors are told apart by their first byte."""
    texts = [piece.encode() for piece in pieces]
    data = b"E5S1" + bytes(4) + struct.pack("<7i", 32, 1, 1, 64, len(pieces), 8, 1) + struct.pack("<fi", 1e-5, 32)
    data += struct.pack("<5iQ", len(pieces), 0, 2, 1, 3, sum(map(len, texts)))
    data += struct.pack(f"<{len(pieces) + 1}I", *np.cumsum([0, *map(len, texts)]).tolist())
    data += struct.pack(f"<{len(pieces)}f", *range(len(pieces))) + b"".join(texts) + struct.pack("<iI", 0, 0)
    tensors = {b"emb.word": b"".join(bytes([k] * 18) for k in range(len(pieces))), b"l0.q.b": bytes(8)}
    at = len(data) + 4 + sum(len(name) + 23 for name in tensors)
    data += struct.pack("<i", len(tensors))
    for name, tensor in tensors.items():
        data += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", 0, 0, at, len(tensor))
        at += len(tensor)
    return data + b"".join(tensors.values())


def test_a_trimmed_encoder_holds_the_pieces_kept_with_their_vectors(tmp_path):
    (tmp_path / "whole.bin").write_bytes(encoder_bytes(["<s>", "<pad>", "</s>", "<unk>", "▁bro", "▁å"]))
    whole = encoder_file.opened(tmp_path / "whole.bin")
    (tmp_path / "part.bin").write_bytes(trimmed.trimmed(whole, [0, 1, 2, 3, 5]))
    part = encoder_file.opened(tmp_path / "part.bin")
    assert part.pieces == [*whole.pieces[:4], ("▁å", 5.0)]
    assert part.blocks("emb.word", 5)[:, 0].tolist() == [0, 1, 2, 3, 5]
    assert part.vector("l0.q.b").tolist() == whole.vector("l0.q.b").tolist()
    assert (part.start, part.end, part.pad, part.unknown) == (0, 2, 1, 3)


def test_a_trimmed_encoder_needs_its_special_pieces(tmp_path):
    (tmp_path / "whole.bin").write_bytes(encoder_bytes(["<s>", "<pad>", "</s>", "<unk>", "▁bro"]))
    with pytest.raises(ValueError, match="3 is not in list"):
        trimmed.trimmed(encoder_file.opened(tmp_path / "whole.bin"), [0, 1, 2, 4])
