// Whether this site's sound may leave the house: the microphone under the bridge's orders.
// Rules: closed until the bridge says otherwise, after every connection; the newest order wins; an order that closes
// closes at once; the technician can always close, and open only while the order lets him; sound leaves while the
// microphone is open, or while the bridge alone listens (which the page shows).

export class MicrophoneGate {
  constructor(hasMicrophone) {
    this.hasMicrophone = hasMicrophone;
    this.order = -1;
    this.open = false;
    this.orderedOpen = false;
    this.mayOpen = false;
    this.reason = "site_not_connected";
    this.listening = false;
  }

  get sendsSound() {
    return this.hasMicrophone && (this.open || this.listening);
  }

  get technicianMayOpen() {
    return this.hasMicrophone && (this.mayOpen || this.orderedOpen);
  }

  obey(message) {
    if (message.order < this.order) return;
    if (message.order === this.order) {
      // The same order again leaves what the technician did under it, unless it takes his right away.
      this.open = this.open && (message.open || message.may_open);
      this.orderedOpen = this.orderedOpen && message.open;
      this.mayOpen = this.mayOpen && message.may_open;
      return;
    }
    this.order = message.order;
    this.open = message.open && this.hasMicrophone;
    this.orderedOpen = message.open;
    this.mayOpen = message.may_open;
    this.reason = message.reason ?? null;
  }

  listen(listening) {
    this.listening = listening && this.hasMicrophone;
  }

  /** Sets what the technician wants; returns false when the order does not let him. */
  press(wantsOpen) {
    if (wantsOpen && !this.technicianMayOpen) return false;
    this.open = wantsOpen;
    return true;
  }
}
