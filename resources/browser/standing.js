// Where the site stands, worked out from what the bridge told: waiting time, quality of the line, the next attempt.
// Rule: the bridge's clock and this one need not agree; every moment comes as a span too, counted from its arrival.

const QUALITIES = ["no_data", "good", "warning", "error"];
const LOSS_WARNING = 1;
const LOSS_ERROR = 5;

/** Seconds until the site's turn if every speech takes its whole time; null where that cannot be said. */
export function waitSeconds(place, arrivedMs) {
  if (place?.ahead_seconds == null) return null;
  const freeMs = place.floor_free_in_ms == null ? 0 : place.floor_free_in_ms - (Date.now() - arrivedMs);
  return place.ahead_seconds + Math.max(0, freeMs) / 1000;
}

/** The worse of how the program arrives here and how the bridge sees the line. */
export function lineQuality(loss, seen) {
  let own = "no_data";
  if (loss !== null) own = loss >= LOSS_ERROR ? "error" : loss >= LOSS_WARNING ? "warning" : "good";
  const rank = (quality) => Math.max(0, QUALITIES.indexOf(quality));
  return QUALITIES[Math.max(rank(own), rank(seen))];
}
