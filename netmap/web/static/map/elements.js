/* Elements of the map page. Words of users only ever become text, never markup. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});

  /** A new element with properties and children; strings among the children become text. */
  map.element = (name, properties = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "class") made.className = value;
      else if (key.includes("-") || key === "role") made.setAttribute(key, value);
      else made[key] = value;
    }
    made.append(...children);
    return made;
  };

  /** A name set apart, so that writing from right to left turns nothing around it. */
  map.name = (text) => map.element("bdi", {}, text);

  map.button = (text, act, properties = {}) => {
    const made = map.element("button", { type: "button", ...properties }, text);
    made.addEventListener("click", act);
    return made;
  };

  /** A sentence with its gaps filled; what is filled in is not searched for gaps. */
  map.filled = (sentence, values) =>
    sentence.split(/(\{\w+\})/).map((part) => {
      const gap = /^\{(\w+)\}$/.exec(part);
      return gap && Object.hasOwn(values, gap[1]) ? String(values[gap[1]]) : part;
    }).join("");

  /** What the page was made from. */
  map.readData = () => JSON.parse(document.getElementById("nmap-data").textContent);

  /** Colours as the style sheet sets them for the present theme. */
  map.colours = () => {
    const style = getComputedStyle(document.getElementById("nmap"));
    const known = new Map();
    return (name) => {
      if (!known.has(name)) known.set(name, style.getPropertyValue(`--nmap-${name.replaceAll("_", "-")}`).trim());
      return known.get(name);
    };
  };

  /** Text in the form that searching compares: no case, no accents, ß as ss. */
  map.folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
})();
