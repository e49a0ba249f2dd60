"""The HTTP `Fetcher`: one address at a time, to vetted addresses only, under all caps, robots and politeness.

    ask --follow--> robots --> politeness --> once --> pinned connection --> answer
          (each redirect goes through all of them again)

Takes: an `Ask`. Gives: `Fetched`, or `Failed` with its weight and a reason of one line. `build.fetcher` puts it
together; what is defended against, and how, is told in `docs/explanation/fetching.md`.
"""
