"""Every question about the program ends in one report, and only what came after it counts."""

from hypothesis import given
from hypothesis import strategies as st

from console.sites.site_messages import ProgramReported
from hardware.endpoint.program_report import LONGEST_SECONDS, MOST_QUESTIONS, ProgramQuestions

Acts = st.lists(st.tuples(st.sampled_from(["ask", "frame", "sound", "wait"]), st.floats(0, 1)), max_size=60)


@given(Acts)
def test_every_question_ends_once(acts: list[tuple[str, float]]) -> None:
    questions, now, asked = ProgramQuestions(), 0.0, 0
    reports: list[ProgramReported] = []
    for act, seconds in acts:
        now += seconds
        if act == "ask":
            reports += questions.ask(f"q{asked}", now)
            asked += 1
        elif act == "frame":
            reports += questions.frame_decoded(now, now)
        elif act == "sound":
            reports += questions.sound_decoded(now, now)
        reports += questions.expire(now)
    reports += questions.expire(now + LONGEST_SECONDS + 1)
    assert sorted(report.request_id for report in reports) == sorted(f"q{number}" for number in range(asked))
    assert not questions.wants_frame
    assert not questions.wants_sound


def test_what_came_before_the_question_is_no_answer() -> None:
    questions = ProgramQuestions()
    questions.ask("q", 10.0)
    assert questions.frame_decoded(9.99, 10.01) == []
    assert questions.wants_frame
    questions.frame_decoded(10.02, 10.05)
    assert questions.sound_decoded(10.0, 10.08) == [
        ProgramReported(request_id="q", frame_after_ms=50, sound_after_ms=80)
    ]


def test_half_an_answer_is_told_when_the_time_is_over() -> None:
    questions = ProgramQuestions()
    questions.ask("q", 0.0)
    questions.sound_decoded(1.0, 1.0)
    assert questions.expire(LONGEST_SECONDS - 0.1) == []
    assert questions.expire(LONGEST_SECONDS) == [
        ProgramReported(request_id="q", frame_after_ms=None, sound_after_ms=1000)
    ]


def test_a_repeated_question_is_one_question_and_too_many_end_the_oldest() -> None:
    questions = ProgramQuestions()
    assert questions.ask("q", 0.0) == questions.ask("q", 1.0) == []
    ended = [report for number in range(MOST_QUESTIONS) for report in questions.ask(f"more{number}", 2.0)]
    assert ended == [ProgramReported(request_id="q", frame_after_ms=None, sound_after_ms=None)]
