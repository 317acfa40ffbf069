"""A process that tries to write three lines more into a data folder, then judges its log; says both on its output.

The system's own user may write anywhere: it first becomes one who may not.
"""

import os
import sys
from pathlib import Path

from console.data_folder import DataFolder
from console.events import LogFailed
from console.log_book.log_writer import LogWriter
from console.log_book.verification import verify_log
from tests.console.log_book.log_lines import SESSION, Reports, writing


def run(data: DataFolder) -> None:
    reports = Reports()
    writer = LogWriter(data, reports)
    writer.start()
    writer.submit(writing(11, 13))
    reports.wait_for(lambda: bool(reports.seen))
    unwritten = writer.close()
    for report in reports.seen:
        assert isinstance(report, LogFailed)
        print("failed", report.text)
    print("unwritten", unwritten)
    verdict = verify_log(data.session_file(SESSION))
    print(verdict.finding, verdict.whole_to)


NOBODY = 65534

if __name__ == "__main__":
    if os.geteuid() == 0:
        os.setresuid(NOBODY, NOBODY, NOBODY)
    run(DataFolder(Path(sys.argv[1])))
