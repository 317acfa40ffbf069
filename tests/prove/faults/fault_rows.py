"""Every fault that is injected on purpose, with its promise and what shows that it is kept.

Rule: a row names tests (`file::name`) and proofs that exist; what nothing shows is said to be not reached, with its
reason. Figures are not written here: they are read from the proofs' results.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One fault; `figures` are places in a proof's result, `missing` is what of the promise nothing shows."""

    fault: str
    promise: str
    tests: tuple[str, ...] = ()
    proof: str = ""
    figures: tuple[str, ...] = ()
    missing: str = ""


CRASHES = "tests/end_to_end/test_crashes.py"
KEEPER = "tests/hardware/processes/test_keeper.py"
LINES = "tests/hardware/rtc/test_bad_lines.py"
ATTACK = "tests/hardware/signalling/test_front_under_attack.py"
TORN = "tests/console/log_book/test_torn_files.py"
DISK = "tests/hardware/processes/test_full_disk.py"
LOG_DISK = "tests/console/log_book/test_full_disk.py"
PACKAGES = "tests/console/records/test_altered_packages.py"
CLOCK = "tests/end_to_end/test_clock_and_suspend.py"

FAULTS = (
    FaultRow(
        "window killed",
        "media, log and standing orders untouched; a new window shows the present within 2 s",
        (f"{CRASHES}::test_a_window_that_dies_leaves_the_meeting_alone",),
        "kills",
        ("window",),
    ),
    FaultRow(
        "window closed by mistake",
        "the meeting goes on, and asking for the console again brings the window back",
        ("tests/end_to_end/test_closing_the_window.py::",),
    ),
    FaultRow(
        "window frozen for 30 s",
        "media, log and standing orders untouched; the window shows the present within 2 s",
        (
            "tests/hardware/link/test_bad_clients.py::",
            "tests/prove/test_short_freeze.py::test_a_window_that_stands_still_disturbs_nobody_and_comes_back",
        ),
        "frozen-window",
        ("frozen_seconds", "commands", "bridge_grew_megabytes", "present_again_seconds"),
    ),
    FaultRow(
        "bridge killed at any moment",
        "no line that was shown as done is missing; chain verifies; back by itself; 36 sites within 10 s; silence "
        "held; queue, timers, podium, script as before",
        (
            f"{CRASHES}::test_a_killed_bridge_comes_back_with_its_session_and_its_order",
            "tests/prove/kills/test_short_kills.py::test_everybody_is_killed_once_and_comes_back",
        ),
        "kills",
        ("bridge",),
        missing="100 sites within 15 s, and 500 kills with 36 sites in one run",
    ),
    FaultRow(
        "bridge hangs",
        "ended by its keeper and back from its log",
        (f"{KEEPER}::test_a_bridge_that_hangs_is_ended_and_comes_back",),
    ),
    FaultRow(
        "media worker killed or hanging",
        "back by itself, its sites too, silence held",
        (
            f"{CRASHES}::test_a_killed_worker_comes_back_silent",
            "tests/hardware/engines/test_supervision.py::test_a_frozen_worker_is_replaced",
        ),
        "kills",
        ("media worker",),
    ),
    FaultRow(
        "keeper killed",
        "replaced by exactly one; nothing else is touched",
        (f"{KEEPER}::test_a_dead_keeper_is_replaced_by_exactly_one_which_knows_how_the_bridge_ended",),
        "kills",
        ("keeper",),
    ),
    FaultRow(
        "keeper and bridge killed in the same moment",
        "the main room's program, which lives on, starts a keeper; the meeting returns as after the bridge's death",
        (f"{KEEPER}::test_a_keeper_and_a_bridge_that_die_together_come_back_with_everything_that_lives",),
        "kills",
        ("keeper with its bridge",),
        missing="all three of keeper, bridge and main room's program within a second: nobody is left to start them",
    ),
    FaultRow(
        "a site's program killed",
        "said at once in its window, back by itself as it joined before",
        ("tests/end_to_end/test_site_window.py::",),
        "kills",
        ("satellite's program", "main room's program"),
    ),
    FaultRow(
        "power cut: process group killed, torn last page, write-ahead log lost, cut or garbage",
        "the log opens, says where it ends, and goes on",
        (
            f"{TORN}::test_a_bridge_goes_on_after_a_damaged_file_and_never_hides_it",
            "tests/prove/power/test_short_power.py::test_whatever_the_disk_did_the_log_opens_says_so_and_goes_on",
        ),
        "power-cut",
        ("cuts",),
        missing="the power of a real disk with a cache of its own",
    ),
    FaultRow(
        "recorder, media worker or bridge killed during a recording",
        "a new part goes on by itself; what the killed one left is measured, plays and stands in the log",
        (
            "tests/end_to_end/test_recording.py::",
            "tests/hardware/engines/test_recording.py::test_what_a_killed_recorder_left_plays_and_is_measured",
        ),
    ),
    FaultRow(
        "power cut during a recording",
        "recordings play up to the last seconds",
        ("tests/end_to_end/test_recording.py::",),
        "power-cut",
        ("recordings",),
    ),
    FaultRow(
        "disk full",
        "meeting goes on; said at once; log continues in memory with a loud mark and is written when there is room",
        (
            f"{DISK}::test_a_meeting_goes_on_without_its_disk_and_its_log_is_whole_afterwards",
            f"{LOG_DISK}::test_a_full_disk_is_told_once_and_loses_no_line",
        ),
        "disks",
        ("meeting",),
    ),
    FaultRow(
        "data folder read-only, moved away or gone, disk broken for good",
        "meeting goes on; said at once; the log is written when its place is back",
        (
            f"{LOG_DISK}::test_a_folder_that_cannot_be_written_is_said_and_the_log_in_it_can_still_be_judged",
            f"{LOG_DISK}::test_a_log_whose_folder_is_moved_away_is_kept_and_written_when_it_is_back",
            f"{LOG_DISK}::test_a_data_folder_that_is_gone_comes_back_with_the_next_line",
        ),
        "disks",
        ("meeting",),
    ),
    FaultRow(
        "stick pulled during export",
        "a half-written package is never taken for a whole one",
        (
            "tests/console/records/test_half_written_packages.py::",
            "tests/prove/disks/test_short_disks.py::",
            f"{PACKAGES}::test_every_single_octet_counts",
        ),
        "disks",
        ("sticks",),
        missing="a real stick pulled out of its port",
    ),
    FaultRow(
        "line cut for seconds",
        "others untouched; back by itself; state restored from the bridge",
        (
            "tests/end_to_end/test_lines.py::test_after_a_cut_a_site_goes_on_without_a_new_join",
            f"{LINES}::test_a_short_cut_is_survived_and_a_long_one_ends_the_call",
        ),
        missing="cuts of minutes in a whole meeting, in real time",
    ),
    FaultRow(
        "address changed, NAT rebinding",
        "followed without a new join",
        (f"{LINES}::test_a_site_whose_nat_gives_it_a_new_port_is_followed",),
        missing="the address of a site's own card changed under its program: tried from the bridge's side only",
    ),
    FaultRow(
        "loss, reordering, duplication",
        "per site, others untouched",
        (
            f"{LINES}::test_heavy_loss_asks_for_key_frames_and_shows_no_broken_picture",
            f"{LINES}::test_reordered_packets_are_put_right_without_a_word",
            f"{LINES}::test_duplicates_change_nothing",
            "tests/end_to_end/test_lines.py::test_thin_lines_keep_the_voice_and_then_a_picture_and_nobody_else_notices",
        ),
    ),
    FaultRow(
        "MTU 1280",
        "handshake, control messages, key frames, repeats and line tests in packets that fit into IPv6's least",
        ("tests/hardware/rtc/test_least_packet.py::",),
        missing="senders that are not our own keep to what their own stack thinks of the line",
    ),
    FaultRow(
        "malformed octets in every decoder",
        "taken or refused: no crash, no hang, no growth",
        ("tests/prove/hostile/test_hostile_octets.py::",),
        "hostile-octets",
    ),
    FaultRow(
        "slow-loris, floods and nonsense on the signalling port",
        "contained and cut off",
        (
            f"{ATTACK}::test_a_header_that_drips_is_cut_off",
            f"{ATTACK}::test_one_address_cannot_take_all_connections",
            "tests/hardware/signalling/test_paces.py::",
        ),
        "bad-site",
    ),
    FaultRow(
        "a site sends ten times its bitrate, 1,000 joins a second, a decoder bomb",
        "contained to that site, named, cut off; others within 20 % of normal",
        (
            "tests/hardware/rtc/test_sweeper.py::test_a_flood_is_read_to_its_end_and_a_neighbour_beside_it",
            "tests/hardware/rtc/test_packet_budget.py::",
            "tests/hardware/rtc/test_harmful_pictures.py::",
            "tests/hardware/engines/test_site_conduct.py::",
            "tests/console/test_misconduct.py::",
            "tests/prove/bad_site/test_short_bad_site.py::test_bad_sites_are_named_and_nobody_else_is",
        ),
        "bad-site",
        ("sites",),
        missing="a whole run of the proof: each attack was tried in a meeting by itself, the 20 % are not yet measured",
    ),
    FaultRow(
        "clock steps by an hour, suspend and resume",
        "timers, chain and charts stay right",
        (
            f"{CLOCK}::test_a_clock_that_is_set_changes_no_duration_and_no_link",
            f"{CLOCK}::test_machines_that_slept_come_back_silent_and_say_what_is_true",
        ),
    ),
    FaultRow(
        "camera unplugged and replugged",
        "named, recovered",
        (
            "tests/hardware/cameras/test_visca_over_sockets.py::test_a_connection_that_ends_comes_back_and_first_of_all_",
        ),
        "cameras",
        missing="a USB camera pulled from a real port",
    ),
    FaultRow(
        "sound card unplugged and replugged",
        "named, recovered",
        ("tests/hardware/endpoint/test_sound_card.py::test_a_card_that_goes_is_said_and_comes_back_by_itself",),
    ),
    FaultRow(
        "second screen unplugged and replugged",
        "no window over the console; the program back where it was",
        ("tests/end_to_end/test_second_screens.py::test_the_program_stands_in_the_hall_or_nowhere",),
    ),
    FaultRow(
        "eight hours, 36 sites",
        "under 10 MB/h, nothing left over, a log of 12 hours opens in 1 s",
        ("tests/prove/long/test_short_day.py::test_a_played_meeting_leaves_nothing_behind_and_its_log_opens",),
        "long-meeting",
        ("played", "lived"),
        missing="eight hours of real time",
    ),
)
