"""medpivot: from clinical burnout to a tested, dated step into medical education."""

__version__ = "0.1.0"
