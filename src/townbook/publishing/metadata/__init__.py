"""What pages tell machines: reference managers, search engines, programs that show previews of links."""
