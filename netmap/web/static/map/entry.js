/* Forms of records beside the drawing: the server's own forms, sent without leaving the map. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { element, filled } = map;
  const FIELDS = "input:not([type='hidden']), select, textarea";

  /** Part of a page that a form answered with, or null: its heading, and what stands in it. */
  function entryOf(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const entry = page.getElementById("entry");
    return { page, title: page.querySelector("h1")?.textContent.trim() ?? "", entry };
  }

  /** That something was refused, and why, as a part of the answer tells it. */
  map.refusal = (words, told) => `${words.form_refused} ${(told?.textContent ?? "").replace(/\s+/g, " ").trim()}`.trim();

  class Entry {
    /**
     * place: the panel; say(text) announces; saved(text, address) takes the page that follows a
     * form that was carried out; left() is called when the form is given up.
     */
    constructor(place, words, { say, saved, left }) {
      Object.assign(this, { place, words, say, saved, left, open: false, changed: false, warned: false });
    }

    /** Open the form at an address. */
    async show(address) {
      this.say(this.words.form_opening);
      const { text, answer } = await this.ask(address);
      if (!answer) {
        location.assign(address);
        return;
      }
      this.put(text, address);
    }

    /** What the server says to a request; without an answer nothing. */
    async ask(address, options = {}) {
      try {
        const answer = await fetch(address, { headers: { Accept: "text/html" }, ...options });
        return { answer, text: await answer.text() };
      } catch (error) {
        console.warn(error);
        return { answer: null, text: "" };
      }
    }

    /** A page with a form, without what is around it; whether there was one. */
    put(text, address) {
      const { title, entry } = entryOf(text);
      if (!entry) {
        this.refuse(text, address);
        return false;
      }
      this.open = true;
      this.changed = this.warned = false;
      this.address = address;
      const holder = element("div", { class: "nmap-entry" },
        element("header", { class: "nmap-panel__head" },
          element("h2", { tabIndex: -1 }, map.name(title))),
        document.adoptNode(entry));
      holder.querySelector(".nm-buttons").prepend(element("p", { id: "nmap-entry-note", class: "nmap-entry__note", hidden: true }));
      this.place.replaceChildren(holder);
      this.place.scrollTop = 0;
      this.listen(holder);
      globalThis.htmx?.process(holder);
      this.say(filled(this.words.form_opened, { title }));
      this.lead(holder);
      return true;
    }

    /** The focus goes to what has to be read or filled in first. */
    lead(holder) {
      const alert = holder.querySelector(".kern-alert");
      const first = holder.querySelector(`.nm-fields :is(${FIELDS})`);
      // What is filled in already was chosen on the map.
      const empty = [...holder.querySelectorAll(`.nm-fields :is(${FIELDS})`)].find((field) => !field.value && field.offsetParent);
      if (alert) alert.tabIndex = -1;
      const isNew = holder.querySelector("form")?.action.includes("/records/new");
      (alert ?? (isNew ? empty : first) ?? holder.querySelector("h2")).focus({ preventScroll: true });
      this.place.scrollTop = 0;
      this.place.scrollIntoView({ block: "nearest" });
      // An alert is read by itself.
      alert?.removeAttribute("role");
    }

    listen(holder) {
      holder.addEventListener("input", () => {
        Object.assign(this, { changed: true, warned: false });
        document.getElementById("nmap-entry-note").hidden = true;
      });
      holder.addEventListener("submit", (event) => {
        event.preventDefault();
        this.send(event.target, event.submitter);
      });
      holder.addEventListener("click", (event) => {
        const link = event.target.closest("a[href]");
        if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const there = new URL(link.href);
        if (link.getAttribute("href").startsWith("#")) {
          // A step in the history would load the page again.
          event.preventDefault();
          document.getElementById(decodeURIComponent(there.hash.slice(1)))?.focus();
        } else if (there.pathname === location.pathname) {
          event.preventDefault();
          this.leave();
        } else if (there.pathname.includes("/records/")) {
          event.preventDefault();
          this.show(there.href);
        }
      });
    }

    /** Whether something else may take the place of the form; says why where it may not. */
    yields() {
      if (!this.open || !this.changed || this.warned) return true;
      this.warned = true;
      this.note(this.words.unsaved);
      return false;
    }

    async send(form, submitter) {
      if (this.sending) return;
      const body = new URLSearchParams(new FormData(form, submitter));
      this.sending = true;
      this.note(this.words.saving);
      const { text, answer } = await this.ask(form.action, { method: "POST", body });
      this.sending = false;
      if (answer?.redirected && answer.ok && new URL(answer.url).pathname === location.pathname) {
        this.open = false;
        this.saved(text, answer.url);
        return;
      }
      this.put(text, form.action);
      this.changed = true;
    }

    /** Nothing was saved; what was typed stays, and why is told above it. */
    refuse(text, address) {
      const told = map.refusal(this.words, entryOf(text).page.querySelector("main"));
      this.note(told);
      if (!this.open) this.place.replaceChildren(element("p", { class: "nmap-suggestion" }, told), element("a", { class: "nmap-link", href: address }, this.words.form_apart));
    }

    note(text) {
      this.say(text);
      const place = document.getElementById("nmap-entry-note");
      if (!place) return;
      place.textContent = text;
      place.hidden = false;
    }

    /** Give the form up; what was typed is only let go of when that is asked for twice. */
    leave() {
      if (!this.yields()) return;
      this.open = false;
      this.left();
      this.say(this.words.form_closed);
    }
  }

  map.Entry = Entry;
})();
