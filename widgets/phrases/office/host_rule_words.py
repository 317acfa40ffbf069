"""What is otherwise than the regulation ties to whose meeting it is: one sentence each."""

from collections.abc import Iterable
from datetime import date

from console.office.host_rules import HostFault, HostFinding
from widgets.phrases.language import say, say_count

MOST_NAMED = 5


def phrase_host_finding(finding: HostFinding) -> str:
    """Returns one sentence with the article."""
    article, wanted = finding.article, finding.wanted
    match finding.fault:
        case HostFault.HOST_NOT_SAID:
            return say("Chưa chọn khối chủ trì; quy chế ({article}) quy định theo khối chủ trì.", article=article)
        case HostFault.OTHER_ROOM:
            return say(
                "Theo {article}, cuộc họp của khối này chủ trì tại phòng họp của {wanted}; phiếu ghi “{found}”.",
                article=article,
                wanted=wanted,
                found=" – ".join(finding.found),
            )
        case HostFault.OTHER_OPERATORS:
            names = ", ".join(finding.found[:MOST_NAMED]) + (" …" if len(finding.found) > MOST_NAMED else "")
            return say_count(
                "Theo {article}, {wanted} vận hành cuộc họp này; {n} điểm cầu chưa có người như vậy: {names}.",
                len(finding.found),
                article=article,
                wanted=wanted,
                names=names,
            )
        case HostFault.INVITED_FIRST:
            day = f"{date.fromisoformat(finding.found[0]):%d/%m/%Y}"
            return say(
                "Theo {article} phải đăng ký trước khi phát hành giấy mời; giấy mời ghi ngày {day}.",
                article=article,
                day=day,
            )
        case HostFault.RUN_BY:
            return say("Theo {article}, cuộc họp này do {wanted} vận hành.", article=article, wanted=wanted)
        case HostFault.RUN_BY_OWN_ROOM:
            return say(
                "Theo {article}, {wanted} tự vận hành nếu có phòng họp được phép kết nối; nếu không thì dùng phòng họp"
                " của Sở.",
                article=article,
                wanted=wanted,
            )


def phrase_host_findings(findings: Iterable[HostFinding]) -> str:
    """Returns all of them, a line each."""
    return "\n".join(f"{_mark(finding)} {phrase_host_finding(finding)}" for finding in findings)


def _mark(finding: HostFinding) -> str:
    return "•" if finding.fault in (HostFault.RUN_BY, HostFault.RUN_BY_OWN_ROOM) else "▲"


def reason_wanted(finding: HostFinding) -> str:
    """Returns that a registration is sent with a reason only."""
    return say("{finding} Cần ghi lý do thì mới gửi được.", finding=phrase_host_finding(finding))
