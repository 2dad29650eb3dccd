import numpy as np
import pytest

from townbook.publishing.recognition.correlation import Sheaf


def _texture(seed, shape=(60, 80)):
    return np.random.default_rng(seed).uniform(0, 255, shape).astype(np.float32)


@pytest.fixture
def sheaf():
    return Sheaf([_texture(1), _texture(2, (40, 80))], softness=0.8, margin=0)


def test_a_part_is_found_in_its_picture_alone(sheaf):
    found = sheaf.find(_texture(1)[7:47, 11:71], among=[0, 1])
    assert found[0] > 0.97
    assert found[1] < 0.5


def test_it_is_the_correlation_of_pearson_where_nothing_is_blurred():
    picture, other = _texture(1), _texture(3)
    found = Sheaf([picture], softness=0.0, margin=0).find(other, among=[0])[0]
    assert found == pytest.approx(np.corrcoef(picture.ravel(), other.ravel())[0, 1], abs=1e-3)


def test_brightness_and_contrast_do_not_matter(sheaf):
    part = _texture(1)[5:45, 5:65]
    assert sheaf.find(part * 0.3 + 90, among=[0])[0] == pytest.approx(
        sheaf.find(part, among=[0])[0], abs=1e-3
    )


def test_where_a_part_has_no_room_or_no_picture_is_asked_for_nothing_is_found(sheaf):
    assert set(sheaf.find(_texture(1)[:50], among=[0, 1])) == {0}
    assert sheaf.find(_texture(1, (70, 70)), among=[0, 1]) == {}
    assert sheaf.find(_texture(1)[:30, :30], among=[]) == {}


def test_a_plain_part_is_like_nothing(sheaf):
    assert sheaf.find(np.full((20, 20), 90, np.float32), among=[0, 1]) == {}


def test_large_areas_can_be_left_out():
    slope = np.tile(np.linspace(0, 200, 100, dtype=np.float32), (100, 1))
    left, right = slope.copy(), slope.copy()
    left[20:24, ::8] += 50
    right[70:74, ::5] += 50
    for breadth, least, most in ((0.0, 0.9, 1.0), (3.0, -0.2, 0.3)):
        found = Sheaf([left], softness=0.5, breadth=breadth, margin=0).find(right, among=[0])[0]
        assert least < found < most
