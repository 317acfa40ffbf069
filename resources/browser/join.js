// The page itself: code, check of the equipment, meeting. What is shown follows from the call's state, in one place.

import { enrol, Refused, storedIdentity, storeIdentity } from "/static/bridge.js";
import { Call } from "/static/call.js";
import { Equipment, listDevices } from "/static/equipment.js";
import { ReportSheets } from "/static/report_sheets.js";
import { asOfNow } from "/static/reports.js";
import { lineQuality, waitSeconds } from "/static/standing.js";
import { loadWords, otherLanguage, setLanguage, words, wordsOfKind } from "/static/words.js";

const FIRST_WAIT_SECONDS = 0.5;
const LONGEST_WAIT_SECONDS = 8;
const WITHOUT_CREDENTIAL = new Set(["credential_unknown", "credential_expired", "no_credential", "other_site"]);
const LAST_WORDS = new Set(["not_allowed", "superseded"]); // after these only a press joins again

const IN_MEETING = "diem-cau-in-meeting"; // of this tab: a page that is loaded again goes on where it was

const $ = (id) => document.getElementById(id);
const equipment = new Equipment();
let identity = null;
let call = null;
let place = null;
let placeArrived = 0;
let meeting = null;
let saidReady = false;
let failures = 0;
let retry = null;
let line = "";
let bye = null;
let nextTryMs = null;
const sheets = new ReportSheets(sendReport);

// ---------------------------------------------------------------- which of the three parts is shown

function showPart(part) {
  for (const id of ["enter", "prepare", "meeting"]) $(id).hidden = id !== part;
}

function notice(text) {
  $("notice").textContent = text;
  $("notice").hidden = !text;
}

async function useCode(code) {
  notice("");
  try {
    const answer = await enrol(code);
    identity = { site: answer.site, name: answer.name, credential: answer.credential };
    storeIdentity(identity);
    await prepare();
  } catch (error) {
    identity = storedIdentity();
    if (identity && error.kind === "code_used") return prepare(); // the link was opened again on the same machine
    showPart("enter");
    notice(error instanceof Refused ? wordsOfKind("refusal", error.kind) : words("line.unreachable"));
    $("code").focus();
  }
}

function forget() {
  storeIdentity(null);
  sessionStorage.removeItem(IN_MEETING);
  identity = null;
  equipment.close();
  $("site-name").textContent = "Điểm Cầu";
  showPart("enter");
  $("code").focus();
}

async function prepare() {
  const wasInMeeting = sessionStorage.getItem(IN_MEETING) !== null;
  showPart("prepare");
  $("site-name").textContent = identity.name;
  await openEquipment("", "");
  const { cameras, microphones } = await listDevices();
  fillChoice($("camera"), cameras, equipment.camera);
  fillChoice($("microphone"), microphones, equipment.microphone);
  if (wasInMeeting) return enterMeeting();
  $("join").focus();
}

async function openEquipment(cameraId, microphoneId) {
  $("join").disabled = true; // a site does not join with half of its equipment
  await equipment.open(cameraId, microphoneId);
  $("join").disabled = false;
  const missing = (cameraId !== null && !equipment.camera) || (microphoneId !== null && !equipment.microphone);
  $("prepare-trouble").textContent = missing ? words("prepare.no_devices") : "";
  $("prepare-trouble").hidden = !missing;
  $("preview").srcObject = equipment.picture;
  $("own").srcObject = equipment.picture;
}

function fillChoice(select, devices, used) {
  const usedId = used?.getSettings().deviceId;
  select.replaceChildren(...devices.map((device) => new Option(device.label, device.deviceId)));
  select.append(new Option(words("prepare.none"), "none"));
  select.value = usedId ?? "none";
}

function chosen(select) {
  return select.value === "none" ? null : select.value;
}

// ---------------------------------------------------------------- the meeting, and coming back to it

async function enterMeeting() {
  if (call && !call.over) return; // one call at a time, however often and from wherever this is asked
  clearTimeout(retry);
  showPart("meeting");
  sessionStorage.setItem(IN_MEETING, "yes");
  equipment.resume();
  keepScreenOn();
  line = words("line.connecting");
  place = meeting = bye = nextTryMs = null;
  saidReady = false;
  const mine = (call = new Call(identity, equipment, {
    program: (stream) => { $("program").srcObject = stream; playProgram(); },
    changed: show,
    welcome: (message) => {
      if (!meeting) sheets.reports.sendAll(mine);
      meeting = message;
      failures = 0;
      line = "";
      notice("");
      show();
    },
    answered: (message) => { sheets.reports.answered(message); show(); },
    place: (message) => {
      if (!message.on_deck) saidReady = false;
      place = message;
      placeArrived = Date.now();
      show();
    },
    goodbye: (reason) => { bye = reason; mine.end("goodbye"); },
    ended: callEnded,
  }));
  show();
  try {
    await mine.start();
  } catch (error) {
    callFailed(mine, error);
  }
}

function callEnded(why) {
  $("program").srcObject = null;
  if (why === "left") return;
  if (bye === "superseded") notice(words("replaced"));
  else if (bye) notice(words("goodbye", { reason: wordsOfKind("reason", bye) }));
  if (LAST_WORDS.has(bye)) {
    call = null;
    backToPrepare();
    return;
  }
  if (why === "no_media") notice(words("line.no_media"));
  tryAgain();
}

function callFailed(failed, error) {
  if (failed.over) return; // it ended by itself, and another may be on its way already
  if (error instanceof Refused) notice(wordsOfKind("refusal", error.kind));
  else notice(words("line.unreachable"));
  failed.told.ended = () => {};
  failed.end("failed");
  if (error instanceof Refused && WITHOUT_CREDENTIAL.has(error.kind)) forget();
  else tryAgain();
}

function tryAgain() {
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** failures, LONGEST_WAIT_SECONDS) + Math.random();
  failures += 1;
  nextTryMs = Date.now() + wait * 1000;
  retry = setTimeout(enterMeeting, wait * 1000);
  show();
}

function leaveMeeting() {
  clearTimeout(retry);
  call?.end("left");
  call = null;
  notice(words("line.left"));
  backToPrepare();
}

function backToPrepare() {
  sessionStorage.removeItem(IN_MEETING);
  document.body.classList.remove("on-podium");
  $("podium-band").hidden = true;
  $("recorded").hidden = true;
  $("line").textContent = "";
  showPart("prepare");
}

/** A meeting lasts hours without anybody touching the machine. */
function keepScreenOn() {
  navigator.wakeLock?.request("screen").catch(() => {});
}

async function playProgram() {
  try {
    await $("program").play();
    $("sound").hidden = true;
  } catch {
    $("sound").hidden = false; // the browser wants a press before it lets sound out
  }
}

// ---------------------------------------------------------------- showing the state

function show() {
  if (!call) return;
  showLine();
  showMicrophone();
  showPlace();
}

function showLine() {
  const quality = lineQuality(call.loss, call.line);
  const live = meeting && !call.over;
  $("line").textContent = live ? qualityWords(quality) : statusWords();
  $("line").dataset.quality = live && (quality === "warning" || quality === "error") ? "bad" : "";
  const kind = meeting?.session_kind;
  const session = meeting ? words(kind ? `session.${kind}` : "meeting.no_session") : "";
  $("meeting-title").textContent = [meeting?.title, session].filter(Boolean).join(" – ");
  $("program-trouble").textContent = live
    ? ($("program").videoWidth ? "" : words("program.waiting"))
    : statusWords();
}

function qualityWords(quality) {
  const loss = call.loss === null ? [] : [words("line.loss", { loss: call.loss.toFixed(1) })];
  return [words(`quality.${quality}`), ...loss].join(" · ");
}

/** What the page is doing to get into the meeting, and when it tries again. */
function statusWords() {
  if (nextTryMs === null) return line;
  const seconds = Math.max(1, Math.ceil((nextTryMs - Date.now()) / 1000));
  return words("line.again", { seconds, attempt: failures });
}

function showMicrophone() {
  const gate = call.gate;
  const key = $("microphone-key");
  const state = !gate.hasMicrophone ? "none" : gate.open ? "open" : "closed";
  $("microphone-state").textContent = words(`microphone.${state}`);
  $("microphone-reason").textContent = microphoneReason(gate);
  $("microphone-panel").classList.toggle("open", gate.open);
  $("listening").hidden = !gate.listening;
  key.hidden = !gate.hasMicrophone;
  key.textContent = words(gate.open ? "microphone.close_it" : "microphone.open_it");
  key.setAttribute("aria-disabled", String(!gate.open && !gate.technicianMayOpen));
}

function microphoneReason(gate) {
  if (gate.open) return words("microphone.heard");
  if (gate.technicianMayOpen) return words("microphone.may_open");
  const nobody = words("microphone.nobody_hears");
  if (!gate.hasMicrophone) return nobody;
  return `${nobody} ${words("microphone.not_allowed", { reason: wordsOfKind("reason", gate.reason) })}.`;
}

function showPlace() {
  const onPodium = Boolean(place?.on_podium) && !call.over;
  const onDeck = Boolean(place?.on_deck) && !call.over;
  const queued = place?.queue_place ?? null;
  document.body.classList.toggle("on-podium", onPodium);
  $("podium-band").hidden = !onPodium;
  $("recorded").hidden = !call.recorded;
  $("podium-detail").textContent = words("podium.detail", { site: identity.name });
  $("queue-place").hidden = queued === null;
  $("queue-place").textContent = queued ?? "";
  $("queue-state").textContent = onPodium ? words("podium.speaking") : queueWords(onDeck, queued);
  $("floor").hidden = onPodium;
  $("floor").textContent = words(queued === null ? "queue.ask" : "queue.withdraw");
  $("ready").hidden = !onDeck || saidReady;
  $("end-speech").hidden = !onPodium;
  showWait(onPodium, onDeck, queued);
  sheets.show(meeting, call.over);
}

function showWait(onPodium, onDeck, queued) {
  const seconds = onPodium || !(onDeck || queued !== null) ? null : waitSeconds(place, placeArrived);
  const minutes = seconds === null ? 0 : Math.round(seconds / 60);
  const sentence = minutes ? words("wait.minutes", { minutes }) : words("wait.soon");
  $("queue-wait").textContent = seconds === null ? "" : sentence;
}

/** Sends a report now if there is a bridge; else it goes out with the next way into the meeting. */
function sendReport(report) {
  call?.report(report.say, asOfNow(report));
  show();
}

function queueWords(onDeck, queued) {
  if (onDeck) return words(saidReady ? "deck.said_ready" : "deck.state");
  return queued === null ? words("queue.none") : words("queue.waiting", { place: queued });
}

function showClocks() {
  $("clock").textContent = new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  $("podium-timer").textContent = speechTime();
  if (!call) return;
  showLine();
  showPlace();
}

function speechTime() {
  if (!place?.on_podium || place.speech_started_ms == null) return "";
  // Two clocks: the bridge says how long the speech had lasted when it told us.
  const spent = Date.now() - placeArrived + (place.speech_spent_ms ?? 0);
  const limit = place.speech_limit_seconds;
  const seconds = limit == null ? Math.floor(spent / 1000) : limit - Math.floor(spent / 1000);
  const size = Math.abs(seconds);
  return `${seconds < 0 ? "−" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}

function showLevels() {
  const width = `${Math.round(equipment.level * 100)}%`;
  $("level").style.width = width;
  $("prepare-level").style.width = width;
}

// ---------------------------------------------------------------- wires

function wire() {
  $("enter").addEventListener("submit", (event) => { event.preventDefault(); useCode($("code").value); });
  $("forget").addEventListener("click", forget);
  $("join").addEventListener("click", enterMeeting);
  for (const id of ["camera", "microphone"]) {
    $(id).addEventListener("change", () => openEquipment(chosen($("camera")), chosen($("microphone"))));
  }
  $("microphone-key").addEventListener("click", () => {
    if (!call.pressMicrophone(!call.gate.open)) notice(microphoneReason(call.gate));
  });
  $("floor").addEventListener("click", () => (place?.queue_place == null ? call.askFloor() : call.withdrawRequest()));
  $("ready").addEventListener("click", () => { saidReady = true; call.sayReady(); show(); });
  $("end-speech").addEventListener("click", () => call.endSpeech());
  $("sound").addEventListener("click", playProgram);
  sheets.wire();
  $("leave").addEventListener("click", leaveMeeting);
  $("program").addEventListener("resize", show);
  $("language").addEventListener("click", () => {
    setLanguage(otherLanguage());
    $("language").textContent = words("language.other");
    $("language").lang = otherLanguage();
    show();
  });
  document.addEventListener("visibilitychange", () => {
    if (call && document.visibilityState === "visible") keepScreenOn();
  });
  window.addEventListener("pagehide", () => call?.end("left"));
  setInterval(showClocks, 500);
  setInterval(showLevels, 100);
}

async function begin() {
  await loadWords();
  $("language").textContent = words("language.other");
  wire();
  const code = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname); // the code is worth something: out of sight, out of the history
  identity = storedIdentity();
  if (code) await useCode(code);
  else if (identity) await prepare();
  else showPart("enter");
}

begin();
