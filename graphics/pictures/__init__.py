"""The pictures that articles show: what their files say and look like, and whose they are.

The front: `original.job_for` looks at an original, `original.master_of` decodes it once, and
`picture.Picture` makes its files from that, with `rights.Rights`.
"""
