"""Workbooks (.xlsx, .xls, .ods) to values: in memory, within limits, and nothing in them obeyed.

Libraries find the values: python-calamine in .xlsx and .ods, xlrd in .xls.
calamine allocates what a file claims, so expat counts everything in a part
first, never less than calamine will make of it, and only such parts are handed
on, in an order of our own. It also notes what calamine does not tell: what is
hidden, filtered and merged. xlrd can be made to loop or to fill the memory, so
all of this belongs in a process with limits.
"""
