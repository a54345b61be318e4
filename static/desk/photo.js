/* Choosing a photo from a sheet of thumbnails: for the lead photo, and for photos in the body. */

window.desk = window.desk || {}
;(() => {
  const translate = window.gettext || ((text) => text)

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  async function ask(address, parameters) {
    const answer = await fetch(address + "?" + new URLSearchParams(parameters))
    if (!answer.ok) throw new Error(answer.statusText)
    return (await answer.json()).results
  }

  /* Opens the sheet; the promise gives the photo, or null when it was closed without one. */
  window.desk.pickPhoto = (address) =>
    new Promise((resolve) => {
      const search = element("input", { type: "search", placeholder: translate("Search photos"), autofocus: true })
      search.setAttribute("aria-label", translate("Search photos"))
      const sheet = element("ul", { className: "picker__photos" })
      const note = element("p", { className: "picker__note" })
      note.setAttribute("role", "status")
      const close = element("button", { type: "button", className: "quiet-button", textContent: translate("Close") })
      const dialog = element(
        "dialog",
        { className: "picker" },
        element("div", { className: "picker__bar" }, search, close),
        note,
        sheet,
      )
      let chosen = null
      let asked = 0
      const fill = async () => {
        const turn = ++asked
        try {
          const photos = await ask(address, { q: search.value })
          if (turn !== asked) return
          note.textContent = photos.length ? "" : translate("No photo fits.")
          sheet.replaceChildren(...photos.map(row))
        } catch {
          note.textContent = translate("The photos could not be fetched.")
        }
      }
      const row = (photo) => {
        const image = element("img", { src: photo.thumb, alt: "", width: photo.width, height: photo.height })
        const title = element("span", { textContent: photo.title, dir: "auto" })
        const credit = element("small", { textContent: photo.credit, dir: "auto" })
        const button = element("button", { type: "button", className: "picker__photo" }, image, title, credit)
        button.addEventListener("click", () => {
          chosen = photo
          dialog.close()
        })
        return element("li", {}, button)
      }
      let wait = 0
      search.addEventListener("input", () => {
        clearTimeout(wait)
        wait = setTimeout(fill, 200)
      })
      search.addEventListener("keydown", (event) => {
        if (event.key === "Enter") event.preventDefault() // it would send the form behind
      })
      close.addEventListener("click", () => dialog.close())
      dialog.addEventListener("close", () => {
        dialog.remove()
        resolve(chosen)
      })
      document.body.append(dialog)
      dialog.showModal()
      fill()
    })

  function enhance(input) {
    const box = input.closest(".photo-box")
    const view = box.querySelector(".photo-box__view")
    const show = (photo) => {
      if (!photo) {
        view.replaceChildren()
        return
      }
      const image = element("img", { src: photo.thumb, alt: photo.alt, width: photo.width, height: photo.height })
      const words = element("span", { dir: "auto", textContent: photo.caption || photo.title })
      view.replaceChildren(image, words)
    }
    const set = (photo) => {
      input.value = photo ? photo.id : ""
      show(photo)
      input.dispatchEvent(new Event("input", { bubbles: true }))
    }
    const look = async () => {
      if (!/^\d+$/.test(input.value)) return show(null)
      const [photo] = await ask(input.dataset.pick, { ids: input.value })
      show(photo)
    }
    const choose = box.querySelector(".photo-box__choose")
    const clear = box.querySelector(".photo-box__clear")
    choose.hidden = clear.hidden = false
    choose.addEventListener("click", async () => {
      const photo = await window.desk.pickPhoto(input.dataset.pick)
      if (photo) set(photo)
      choose.focus()
    })
    clear.addEventListener("click", () => set(null))
    input.addEventListener("change", look)
    // Django's popup for a new photo tells of its end through jQuery alone.
    window.django?.jQuery?.(input).on("change", look)
  }

  for (const input of document.querySelectorAll("input.photo-field")) enhance(input)

  /* A click in a photo sets its focal point. */
  for (const picture of document.querySelectorAll(".focus-picture")) {
    const across = document.getElementById("id_focal_x")
    const down = document.getElementById("id_focal_y")
    const point = picture.querySelector(".focus-point")
    if (!across || !down) continue
    const show = () => {
      point.style.left = across.value + "%"
      point.style.top = down.value + "%"
    }
    picture.classList.add("focus-picture--active")
    picture.querySelector("img").addEventListener("click", (event) => {
      const frame = event.currentTarget.getBoundingClientRect()
      across.value = Math.round(((event.clientX - frame.left) / frame.width) * 100)
      down.value = Math.round(((event.clientY - frame.top) / frame.height) * 100)
      show()
    })
    across.addEventListener("input", show)
    down.addEventListener("input", show)
    show()
  }
})()
