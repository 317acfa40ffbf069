"""The English sentences about forms, by kind; `phrases/command_line/form_words` says the same."""

from collections.abc import Mapping
from enum import StrEnum

from console.office.form_records import CorrectionFault


class FormSay(StrEnum):
    """What the command line has to say about forms."""

    ENDING_UNKNOWN = "ending_unknown"
    NO_PDF = "no_pdf"
    NO_BLANK = "no_blank"
    NOTHING_LOGGED = "nothing_logged"
    INCIDENT_UNKNOWN = "incident_unknown"
    SITE_UNKNOWN = "site_unknown"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    RATED = "rated"
    REMINDED = "reminded"
    REMINDED_NO_END = "reminded_no_end"
    HANDED_OVER = "handed_over"
    HANDED_OVER_LATE = "handed_over_late"
    NOT_WANTED = "not_wanted"
    LEFT_OUT = "left_out"
    NOTHING_RECORDED = "nothing_recorded"
    FILE_WHOLE = "file_whole"
    FILE_CHANGED = "file_changed"
    FILE_MISSING = "file_missing"
    COPIED = "copied"
    COPY_DIFFERS = "copy_differs"
    COPY_FAILED = "copy_failed"
    COPY_CONFIDENTIAL = "copy_confidential"


_SAID: Mapping[FormSay, str] = {
    FormSay.ENDING_UNKNOWN: "{path} must end in .pdf, .docx, .xlsx, .csv or .json.",
    FormSay.NO_PDF: "PDF cannot be made here.",
    FormSay.NO_BLANK: "There is no blank form of {name}.",
    FormSay.NOTHING_LOGGED: "The log of session {session} holds no line that can be read.",
    FormSay.INCIDENT_UNKNOWN: "The session has no incident “{text}”.",
    FormSay.SITE_UNKNOWN: "The session has no site “{text}”.",
    FormSay.CORRECTED: "Corrected; what stood there before stays readable.",
    FormSay.CONFIRMED: "Confirmed by {name}.",
    FormSay.RATED: "The rating is kept.",
    FormSay.REMINDED: "Recordings and documents are to be handed over before {time} on {day}.",
    FormSay.REMINDED_NO_END: "Recordings and documents are to be handed over; the regulation names no time.",
    FormSay.HANDED_OVER: "Noted that recordings and documents were handed over.",
    FormSay.HANDED_OVER_LATE: "Noted that recordings and documents were handed over, after the time set for it.",
    FormSay.NOT_WANTED: "Nothing has to be handed over of this session.",
    FormSay.NOTHING_RECORDED: "Nothing was recorded in this session.",
    FormSay.FILE_WHOLE: "{name}  {length}  {bytes} bytes  SHA-256 {hash}: as it was recorded",
    FormSay.FILE_CHANGED: "{name}  {length}  {bytes} bytes  SHA-256 {hash}: NOT as it was recorded",
    FormSay.FILE_MISSING: "{name}  {length}  {bytes} bytes  SHA-256 {hash}: cannot be read",
    FormSay.COPIED: "Copied to {path}: {count} files, with their SHA-256 in SHA256SUMS.",
    FormSay.COPY_DIFFERS: "The copy of {name} differs from the file; use another stick or disk.",
    FormSay.COPY_FAILED: "{path} cannot be written ({why}).",
    FormSay.COPY_CONFIDENTIAL: "The meeting is confidential: its recordings are not copied.",
    FormSay.LEFT_OUT: "Left out, for their logs cannot be read: {names}.",
}

_REFUSED: Mapping[CorrectionFault, str] = {
    CorrectionFault.SITE_UNKNOWN: "The form has no such site.",
    CorrectionFault.VALUE_UNKNOWN: "There it can only be said: normal, incident (or damaged), or nothing.",
    CorrectionFault.REASON_MISSING: "A correction needs a reason.",
    CorrectionFault.NOTHING_CHANGED: "That is what stands there already.",
}


def form_english(kind: FormSay | CorrectionFault) -> str:
    """Returns the English sentence of a kind."""
    return _SAID[kind] if isinstance(kind, FormSay) else _REFUSED[kind]
