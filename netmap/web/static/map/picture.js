/* The drawing as a picture to save: as it is on the screen, on the colour of the page. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});

  map.savePicture = ({ drawing, parts, data }) => {
    const canvas = parts.canvas.querySelector("canvas");
    const picture = document.createElement("canvas");
    [picture.width, picture.height] = [canvas.width, canvas.height];
    const context = picture.getContext("2d");
    context.fillStyle = drawing.colour("ground");
    context.fillRect(0, 0, picture.width, picture.height);
    context.drawImage(canvas, 0, 0);
    picture.toBlob((blob) => {
      const link = map.element("a", { href: URL.createObjectURL(blob), download: `netmap-${data.network}.png` });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }, "image/png");
  };
})();
