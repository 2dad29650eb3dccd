from townbook.analysis.differences.towns import TownChange, compare_towns


def test_towns_come_move_and_go(made, both):
    made.name("tea", source="plan").name("tea", tier="provincial", source="paper")
    made.name("glass", source="plan").name("carpets", area="140500", source="paper")
    older, newer = both()
    added = TownChange("carpets", "added", "140500", "", "municipal", "paper")
    moved = TownChange("tea", "moved", "140400", "municipal", "provincial", "paper")
    assert compare_towns(older, newer) == (added, moved)
    assert compare_towns(newer, older) == (
        TownChange("carpets", "withdrawn", "140500", "municipal", "", "paper"),
        TownChange("tea", "moved", "140400", "provincial", "municipal", "plan"),
    )
