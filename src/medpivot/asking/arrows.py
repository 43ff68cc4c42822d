"""The arrows beside a list that is longer than the screen."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.layout import ScrollbarMargin


def arrows_where_more() -> "ScrollbarMargin":
    """A scroll bar whose arrows stand only at an end beyond which there are more rows."""
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.layout import ScrollbarMargin
    from prompt_toolkit.layout.containers import WindowRenderInfo

    class Bar(ScrollbarMargin):
        def create_margin(
            self, window_render_info: WindowRenderInfo, width: int, height: int
        ) -> StyleAndTextTuples:
            made = super().create_margin(window_render_info, width, height)
            ended = {
                self.up_arrow_symbol: window_render_info.top_visible,
                self.down_arrow_symbol: window_render_info.bottom_visible,
            }
            return [(one[0], " " if ended.get(one[1]) else one[1]) for one in made]

    return Bar(display_arrows=True)
