"""Personal data in free text: found by shape, cue and name, and replaced by placeholders.

What has a shape or a check digit is found well; a name that no list and no cue gives away is not,
nor is anybody who can be told from what happened to them. A report says so.
"""
