// What the site reports to the bridge: kept until answered, sent again after every way back into the meeting.
// Rule: a report has a name of its own, so that sending it twice writes it once; at most eight wait.

const MOST_WAITING = 8;

/** The fields of a report as they are sent now: an incident says how long ago it was noticed. */
export function asOfNow({ fields, about }) {
  const { openedMs } = about;
  return openedMs === undefined ? fields : { ...fields, opened_ago_ms: Math.max(0, Date.now() - openedMs) };
}

export class Reports {
  constructor() {
    this.incident = null; // the newest of each, with its outcome once there is one
    this.attendance = null;
    this.waiting = new Map();
  }

  /** `openedMs` is when the form was opened: the incident was noticed then, whenever it is sent. */
  addIncident(text, openedMs) {
    this.incident = { text, madeMs: Date.now(), openedMs, outcome: null };
    return this.#keep("report-incident", { text }, this.incident);
  }

  addAttendance(headCount, inCharge) {
    for (const [wishId, report] of this.waiting) {
      if (report.say === "report-attendance") this.waiting.delete(wishId);
    }
    this.attendance = { madeMs: Date.now(), outcome: null };
    return this.#keep("report-attendance", { head_count: headCount, in_charge: inCharge }, this.attendance);
  }

  sendAll(call) {
    for (const report of this.waiting.values()) call.report(report.say, asOfNow(report));
  }

  answered({ wish_id: wishId, outcome }) {
    const report = this.waiting.get(wishId);
    if (report) report.about.outcome = outcome;
    this.waiting.delete(wishId);
  }

  #keep(say, fields, about) {
    const wishId = [...crypto.getRandomValues(new Uint8Array(8))].map((octet) => octet.toString(16).padStart(2, "0"));
    const report = { say, fields: { wish_id: wishId.join(""), ...fields }, about };
    this.waiting.set(report.fields.wish_id, report);
    while (this.waiting.size > MOST_WAITING) {
      const [oldest, dropped] = this.waiting.entries().next().value;
      dropped.about.outcome = "failed";
      this.waiting.delete(oldest);
    }
    return report;
  }
}
