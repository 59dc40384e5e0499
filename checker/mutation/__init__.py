"""Reports changed on purpose: disguises that no verdict may notice, and edits that one verdict must notice."""
