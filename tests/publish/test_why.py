from sayso.publish.terminal import Look
from sayso.publish.why import derivation


def test_every_span_is_quoted_with_its_offsets(reports):
    one = reports[0]
    text = one.document.text
    for claim, reasons in zip(one.record.claims, one.reasons, strict=True):
        shown = derivation(one.document, one.record.language, claim, reasons, Look(200))
        assert claim.id in shown
        spans = [
            *claim.content,
            *(span for link in claim.attribution for span in (*link.cue, *(link.source.span or ()))),
        ]
        for span in spans:
            assert f"{span.start}–{span.end}" in shown
        for field, rule, _ in reasons:
            assert field in shown
            assert " ".join(rule.split())[:40] in shown
        first = claim.content[0].of(text).split()[0]
        assert f"“{first}" in shown


def test_it_is_wrapped(reports):
    one = reports[0]
    shown = derivation(one.document, one.record.language, one.record.claims[0], one.reasons[0], Look(60))
    assert max(map(len, shown.splitlines())) <= 60
