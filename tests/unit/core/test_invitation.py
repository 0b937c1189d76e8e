"""Invitations: a link that leads to the room and tells nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.invitation import Invitation, invitation_to, read_invitation


@given(st.text(min_size=1, max_size=64), st.sampled_from(["ws", "wss"]), st.integers(1, 65535))
def test_a_link_leads_back_to_the_room(room: str, scheme: str, port: int) -> None:
    invitation = Invitation(f"{scheme}://host.example:{port}/rooms", room)
    assert read_invitation(invitation.link) == invitation


def test_nothing_secret_gets_in() -> None:
    invitation = invitation_to("wss://ann:pass@host:8443/ws?token=abc&key=def#top", "team")
    assert invitation is not None
    assert (invitation.server, invitation.host) == ("wss://host:8443/ws", "host:8443")
    assert not any(word in invitation.link for word in ("ann", "pass", "abc", "def", "token"))


@pytest.mark.parametrize("server", ["rtmp://host/live", "http://host", "", "ws://", "ws://[::1"])
def test_only_room_servers_invite(server: str) -> None:
    assert invitation_to(server, "team") is None


@pytest.mark.parametrize(
    ("server", "is_local"),
    [
        ("ws://127.0.0.1:80", True),
        ("ws://localhost:80", True),
        ("ws://[::1]:80", True),
        ("ws://192.168.1.4:80", False),
        ("wss://rooms.example", False),
    ],
)
def test_it_knows_whether_others_can_come(server: str, is_local: bool) -> None:
    assert Invitation(server, "team").is_local is is_local


@pytest.mark.parametrize(
    "link",
    [
        "",
        "lianmai://join",
        "lianmai://join?room=team",
        "lianmai://join?server=ws://host",
        "lianmai://leave?server=ws://host&room=team",
        "https://join?server=ws://host&room=team",
        "lianmai://join?server=rtmp://host/live&room=team",
    ],
)
def test_what_is_no_invitation_is_refused_with_an_example(link: str) -> None:
    with pytest.raises(
        ValueError, match=r"is no invitation: it looks like lianmai://join\?server="
    ):
        read_invitation(link)
