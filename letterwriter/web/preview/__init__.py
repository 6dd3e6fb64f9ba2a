"""What ``letterwriter preview`` serves: a campaign to look at while it is being written.

It is an app of its own, bound to this computer, and no part of the public site.
"""
