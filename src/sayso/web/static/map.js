// The map of the events: places as dots, near ones put together; both lead to a filter of the list. Reads without it.
(() => {
  "use strict";
  const box = document.getElementById("map");
  if (!box || !window.maplibregl || !window.topojson) return;
  const found = () => document.getElementById("found");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const form = document.getElementById("filter");
  const send = () => form.requestSubmit();
  box.hidden = false;
  document.getElementById("mapways").hidden = false;
  maplibregl.setWorkerUrl(box.dataset.worker);
  let map;
  try {
    map = new maplibregl.Map({
      container: box, attributionControl: false, dragRotate: false, pitchWithRotate: false, renderWorldCopies: false,
      center: [15, 25], zoom: 0.6, minZoom: 0, maxZoom: 11, cooperativeGestures: matchMedia("(pointer: coarse)").matches,
      style: { version: 8, sources: {}, layers: [{ id: "sea", type: "background", paint: { "background-color": colour("--card") } }] },
    });
  } catch { // no WebGL: the list does without
    box.hidden = true;
    document.getElementById("mapways").hidden = true;
    return;
  }
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  const markers = new Map();
  let first = true;

  const shapes = async () => {
    const atlas = await (await fetch(box.dataset.atlas)).json();
    map.addSource("land", { type: "geojson", data: topojson.feature(atlas, atlas.objects.countries) });
    map.addLayer({ id: "land", type: "fill", source: "land", paint: { "fill-color": colour("--paper") } });
    map.addLayer({ id: "borders", type: "line", source: "land", paint: { "line-color": colour("--edge"), "line-width": 0.6, "line-opacity": 0.7 } });
  };
  const feature = ([id, name, lon, lat, count]) => ({
    type: "Feature", properties: { id, name, count }, geometry: { type: "Point", coordinates: [lon, lat] },
  });
  const bounds = (rows) => rows.reduce((all, row) => all.extend([row[2], row[3]]), new maplibregl.LngLatBounds());

  const points = async () => {
    const here = found();
    if (!here) return;
    const rows = await (await fetch(here.dataset.points)).json();
    if (here !== found()) return; // another filter came in between
    const data = { type: "FeatureCollection", features: rows.map(feature) };
    if (map.getSource("places")) map.getSource("places").setData(data);
    else {
      map.addSource("places", { type: "geojson", data, cluster: true, clusterRadius: 42, clusterMaxZoom: 10, clusterProperties: { all: ["+", ["get", "count"]] } });
      map.addLayer({ id: "places", type: "circle", source: "places", paint: { "circle-radius": 1, "circle-opacity": 0 } });
    }
    if (rows.length && first) map.fitBounds(bounds(rows), { padding: 50, maxZoom: 6, animate: false });
    first = false;
    document.getElementById("no-box").hidden = !here.dataset.box;
  };

  const choose = async (properties, at) => {
    if (properties.cluster) {
      const zoom = await map.getSource("places").getClusterExpansionZoom(properties.cluster_id);
      map.easeTo({ center: at, zoom: zoom + 0.2 });
      return;
    }
    form.elements.place.value = properties.name;
    send();
  };
  const marker = (properties, at) => {
    const dot = document.createElement("button");
    const count = properties.cluster ? properties.all : properties.count;
    dot.type = "button";
    dot.className = properties.cluster ? "dots" : "dot-one";
    dot.textContent = properties.cluster || count > 1 ? count : "";
    const name = document.createElement("bdi");
    if (!properties.cluster) {
      name.className = "placename";
      name.textContent = properties.name;
      dot.append(name);
    }
    dot.setAttribute("aria-label", `${properties.cluster ? "" : `${properties.name}, `}${count} ${count === 1 ? box.dataset.event : box.dataset.events}`);
    dot.addEventListener("click", () => choose(properties, at));
    return new maplibregl.Marker({ element: dot }).setLngLat(at);
  };
  const draw = () => {
    if (!map.getSource("places") || !map.isSourceLoaded("places")) return;
    const seen = new Set();
    for (const one of map.querySourceFeatures("places")) {
      const key = one.properties.cluster ? `c${one.properties.cluster_id}:${one.properties.all}` : `p${one.properties.id}:${one.properties.count}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (!markers.has(key)) markers.set(key, marker(one.properties, one.geometry.coordinates).addTo(map));
    }
    for (const [key, one] of markers) if (!seen.has(key)) { one.remove(); markers.delete(key); }
    box.classList.toggle("near", map.getZoom() > 3.5);
  };

  const within = (value) => { form.elements.box.value = value; send(); };
  document.getElementById("only-box").addEventListener("click", () => {
    const seen = map.getBounds();
    within([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()].map((one) => one.toFixed(3)).join(","));
  });
  document.getElementById("no-box").addEventListener("click", () => within(""));
  document.body.addEventListener("htmx:configRequest", (event) => { // an address names only what is asked for
    for (const name of Object.keys(event.detail.parameters)) if (!event.detail.parameters[name]) delete event.detail.parameters[name];
  });
  map.on("load", async () => { await shapes(); await points(); });
  map.on("render", draw);
  document.body.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "found") points();
    // What a link in the list asked for stands in the form too.
    const asked = new URLSearchParams(location.search);
    for (const one of form.elements) {
      if (!one.name || one.name === "as_of" || one === document.activeElement) continue;
      if (one.type === "checkbox") one.checked = asked.has(one.name);
      else if (one.name === "order") one.value = asked.get("order") || one.options[0].value;
      else one.value = asked.get(one.name) || "";
    }
  });
})();
