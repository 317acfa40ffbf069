// Talking to the bridge by HTTP: enrolling, joining (WHIP, RFC 9725), leaving.
// Rule: a refusal keeps the bridge's kind, so that the page can say it in the reader's language.

const REFUSAL_HEADER = "Diem-Cau-Refusal";

export class Refused extends Error {
  constructor(kind, status) {
    super(kind);
    this.kind = kind;
    this.status = status;
  }
}

export class Unreachable extends Error {}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(25000), ...options });
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (!response.ok) throw new Refused(response.headers.get(REFUSAL_HEADER) ?? "other", response.status);
  return response;
}

export async function enrol(code) {
  const response = await ask("/enrol", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code }),
  });
  return response.json();
}

export async function join(identity, offer) {
  const response = await ask(`/whip/${encodeURIComponent(identity.site)}?program=1`, {
    method: "POST",
    headers: { "Content-Type": "application/sdp", Authorization: `Bearer ${identity.credential}` },
    body: offer,
  });
  return { answer: await response.text(), session: response.headers.get("Location") };
}

/** Ends a connection; also while the page is being closed. */
export function leave(identity, session) {
  const headers = { Authorization: `Bearer ${identity.credential}` };
  fetch(session, { method: "DELETE", headers, keepalive: true }).catch(() => {});
}

// ---------------------------------------------------------------- what this machine was invited as

const STORED = "diem-cau-site";

export function storedIdentity() {
  try {
    const identity = JSON.parse(localStorage.getItem(STORED) ?? "null");
    return identity?.site && identity.credential ? identity : null;
  } catch {
    return null;
  }
}

export function storeIdentity(identity) {
  if (identity) localStorage.setItem(STORED, JSON.stringify(identity));
  else localStorage.removeItem(STORED);
}
