"""The words of undo: what would be taken back, and what that would open."""

from widgets.phrases.language import say


def nothing() -> str:
    return say("Chưa có gì để hoàn tác")


def takes_back(wish: str) -> str:
    return say("Hoàn tác: {wish}", wish=wish)


def press_again(opening: str) -> str:
    return say("Bấm Ctrl+Z lần nữa trong 4 giây: {opening}", opening=opening)


def opens(command: str, site: str, number: str) -> list[str]:
    """Returns what comes back when an act is taken back that silenced somebody, longest wording first."""
    if command == "mute-site" and site:
        return [
            say("Cho {site} bật mic", site=site),
            say("Mở {site}", site=site),
            say("Mở mic {number}", number=number),
        ]
    if command == "mute-all":
        return [say("Gỡ lệnh tắt mic tất cả"), say("Gỡ lệnh tắt mic"), say("Gỡ lệnh?")]
    if command == "safe-stop":
        return [say("Gỡ dừng an toàn, mic trước đó mở lại"), say("Gỡ dừng an toàn"), say("Gỡ dừng?")]
    if command in {"bring-to-podium", "grant-floor", "take-cue"}:
        return [say("Trả chương trình và mic về như trước"), say("Trả về như trước"), say("Trả về?")]
    return [say("Có thể mở mic trở lại"), say("Mở lại mic?")]
