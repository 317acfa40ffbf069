// The two sheets of the page: an incident, and who is in the room; with what became of the last report.

import { Reports } from "/static/reports.js";
import { words } from "/static/words.js";

const $ = (id) => document.getElementById(id);

export class ReportSheets {
  /** `send(report)` tells the bridge, if there is one now. */
  constructor(send) {
    this.reports = new Reports();
    this.meeting = null;
    this.noticedMs = 0;
    this.send = send;
  }

  wire() {
    $("incident-open").addEventListener("click", () => {
      this.noticedMs = Date.now();
      $("incident").showModal();
      $("incident-text").focus();
    });
    $("attendance-open").addEventListener("click", () => this.#openAttendance());
    for (const name of ["incident", "attendance"]) {
      $(`${name}-close`).addEventListener("click", () => $(name).close());
    }
    $("incident-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const text = $("incident-text").value.trim();
      if (text) this.send(this.reports.addIncident(text, this.noticedMs));
      this.noticedMs = Date.now(); // the next one is noticed after this
      $("incident-text").value = "";
    });
    $("attendance-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const count = $("head-count").value;
      const inCharge = $("in-charge").value.trim();
      this.send(this.reports.addAttendance(count === "" ? null : Number(count), inCharge));
    });
  }

  show(meeting, over) {
    this.meeting = meeting;
    const known = meeting?.head_count ?? null;
    const wanted = Boolean(meeting?.asks_attendance) && known === null && !over;
    const name = known === null ? words("attendance.ask") : words("attendance.known", { count: known });
    $("attendance-open").textContent = name;
    $("attendance-open").classList.toggle("primary", wanted);
    $("incident-told").textContent = reportWords(this.reports.incident);
    $("attendance-told").textContent = reportWords(this.reports.attendance);
  }

  #openAttendance() {
    $("head-count").value = this.meeting?.head_count ?? "";
    $("in-charge").value = this.meeting?.in_charge ?? "";
    $("attendance").showModal();
  }
}

function reportWords(report) {
  if (!report) return "";
  if (report.outcome === null) return words("report.sending");
  const time = new Date(report.madeMs).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  return report.outcome === "done" ? words("report.noted", { time }) : words("report.failed");
}
