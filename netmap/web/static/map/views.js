/* Views: what the form above the map saves, the link to send, and what this browser kept before. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const { element, button, filled } = map;

  class Views {
    constructor(page, say) {
      Object.assign(this, { page, say, words: page.data.words });
      this.panel = document.getElementById("nm-views");
      this.form = document.getElementById("nm-view-form");
      const tool = (name, act) => {
        for (const each of document.querySelectorAll(`[data-nmap='${name}']`)) {
          if (name !== "pin") each.hidden = false;
          each.addEventListener("click", act);
        }
      };
      tool("copy", () => this.copy());
      tool("picture", () => map.savePicture(page));
      tool("pin", () => this.pin());
      this.form?.addEventListener("submit", () => this.fill());
      if (!this.form) for (const each of document.querySelectorAll("[data-nmap='pin']")) each.remove();
      this.old = new OldViews(page, this);
    }

    /** The form saves what is shown now, wherever marks stand now. */
    fill() {
      const { query, places } = this.form.elements;
      query.value = String(this.page.choice.query(new URLSearchParams(location.search)));
      places.value = JSON.stringify(this.page.places.all);
    }

    /** Save the arrangement: with the view that is open, or with one that gets a name now. */
    pin() {
      const replace = this.form.querySelector("[value='replace']");
      if (replace) {
        this.form.requestSubmit(replace);
        return;
      }
      const leave = document.fullscreenElement ? document.exitFullscreen() : Promise.resolve();
      leave.then(() => {
        this.panel.open = true;
        this.form.elements.name.focus();
        this.say(this.words.pin_named);
      });
    }

    async copy() {
      const address = new URL(this.page.choice.address(), location.href);
      const { view } = this.page.data;
      // The view says its date itself.
      if (this.page.choice.isAsOpened && address.searchParams.get("as_of") === view.date) address.searchParams.delete("as_of");
      try {
        await navigator.clipboard.writeText(address.href);
        this.say(this.words.view_copied);
      } catch {
        // Without leave to write to the clipboard the address is there to be marked.
        document.getElementById("nm-view-link").hidden = false;
        const field = document.getElementById("nm-view-address");
        field.value = address.href;
        field.focus();
        field.select();
        this.say(this.words.view_here);
      }
    }
  }

  /** Views that this browser kept before there were views of the network: kept with it, or dropped. */
  class OldViews {
    constructor(page, views) {
      Object.assign(this, { page, views, words: page.data.words });
      this.key = `netmap-views ${page.data.network}`;
      const kept = map.kept(this.key, []).filter(({ name, query }) => typeof name === "string" && typeof query === "string");
      const links = [...document.querySelectorAll("#nm-views .nm-views__list a")].map((link) => link.textContent);
      // What was taken over by its name is a view of the network now.
      const taken = map.kept(`${this.key} taken`, []);
      this.kept = kept.filter(({ name }) => !(taken.includes(name) && links.includes(name)));
      if (this.kept.length !== kept.length) map.keep(this.key, this.kept);
      this.place = document.getElementById("nm-views-old");
      this.show();
    }

    show() {
      this.place.hidden = !this.kept.length;
      this.place.querySelector("ul").replaceChildren(...this.kept.map(({ name, query }) => element("li", {},
        element("a", { href: `${location.pathname}${query}`, class: "kern-link kern-link--no-visited-state" }, map.name(name)), " ",
        ...(this.views.form ? [button(this.words.view_take, () => this.take(name, query), { class: "nm-views__take" })] : []), " ",
        button("×", () => this.drop(name), { class: "nm-views__drop", "aria-label": filled(this.words.view_remove, { name }) }))));
    }

    /** Save it with the network, with the places that this browser kept for its arrangement. */
    take(name, query) {
      const asked = new URLSearchParams(query);
      const places = map.kept(`netmap-places ${this.page.data.network} ${asked.get("arrange") ?? "bands"} ${asked.get("still") === "1"}`, {});
      map.keep(`${this.key} taken`, [...map.kept(`${this.key} taken`, []), name]);
      const { form } = this.views;
      const sent = form.cloneNode(true);
      sent.hidden = true;
      // Cloned fields have what stands in the page; these are of the view that is taken over.
      for (const [field, value] of [["name", name], ["query", String(asked)], ["places", JSON.stringify(places)]]) sent.elements[field].value = value;
      sent.append(element("input", { type: "hidden", name: "as", value: "new" }));
      for (const each of sent.querySelectorAll("button")) each.remove();
      document.body.append(sent);
      sent.submit();
    }

    drop(name) {
      this.kept = this.kept.filter((view) => view.name !== name);
      map.keep(this.key, this.kept);
      this.show();
      this.views.panel.querySelector("summary").focus();
      this.views.say(filled(this.words.view_removed, { name }));
    }
  }

  map.Views = Views;
})();
