from letterwriter.postcodes.sectors import EXAMPLES, Move, table_changes

RUSHOLME, WITHINGTON = "E14001353", "E14001354"


def test_new_gone_and_moved_postcodes_are_told_apart() -> None:
    before = [("M14 5", RUSHOLME, "AAABTP"), ("M14 6", WITHINGTON, "AA")]
    after = [
        ("M14 5", RUSHOLME, "AATPZZ"),
        ("M14 6", WITHINGTON, "AA"),
        ("M14 7", RUSHOLME, "AAAB"),
    ]
    found = table_changes(before, after)
    assert (found.new.count, found.new.examples) == (3, ["M14 5ZZ", "M14 7AA", "M14 7AB"])
    assert (found.gone.count, found.gone.examples) == (1, ["M14 5AB"])
    assert (found.moved, found.split.count) == (0, 0)


def test_a_sector_that_is_cut_by_a_boundary_is_told_with_the_postcodes_that_moved() -> None:
    found = table_changes(
        [("M14 5", RUSHOLME, "AAAB")], [("M14 5", RUSHOLME, "AA"), ("M14 5", WITHINGTON, "AB")]
    )
    assert (found.split.count, found.split.examples) == (1, ["M14 5"])
    assert (found.moved, found.moves) == (1, [Move("M14 5AB", RUSHOLME, WITHINGTON)])
    assert (found.new.count, found.gone.count) == (0, 0)


def test_of_many_changes_a_few_are_named_and_all_are_counted() -> None:
    units = "AAABADAEAFAGAHAJ"
    found = table_changes([("M14 5", RUSHOLME, units)], [("M14 5", WITHINGTON, units)])
    assert found.moved == 8
    assert len(found.moves) == EXAMPLES
    assert table_changes([("M14 5", RUSHOLME, units)], []).gone.count == 8
