/* The time slider: days on which something begins or ends; everybody keeps their place. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});
  const WAIT = 400;

  class TimeSlider {
    constructor(page, say) {
      const { data } = page;
      const slider = document.getElementById("nmap-turn");
      const words = document.getElementById("nmap-turn-words");
      if (data.turns.length < 2) return;
      document.getElementById("nmap-time").hidden = false;
      slider.max = data.turns.length - 1;
      const now = data.turns.findLastIndex(([day]) => day <= data.asOf);
      slider.value = Math.max(0, now);
      const told = () => {
        const [, date, begun, ended] = data.turns[slider.value];
        return map.filled(data.words.turn, { date, begun, ended });
      };
      const tell = () => {
        words.textContent = told();
        slider.setAttribute("aria-valuetext", told());
      };
      tell();
      let waiting = 0;
      slider.addEventListener("input", tell);
      slider.addEventListener("change", () => {
        // Whoever holds an arrow key goes on to the day they mean.
        clearTimeout(waiting);
        waiting = setTimeout(() => {
          say(told());
          page.choice.still = true;
          page.reopen(page.choice.address({ as_of: data.turns[slider.value][0] }));
        }, WAIT);
      });
    }
  }

  map.TimeSlider = TimeSlider;
})();
