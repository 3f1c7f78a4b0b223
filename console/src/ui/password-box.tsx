import { Input } from 'antd'
import type { ComponentProps } from 'react'

/** The eye that shows what was typed is a drawing without a role of its own: the button around it has the name. */
export const PasswordBox = (props: ComponentProps<typeof Input.Password>) => (
  <Input.Password
    maxLength={200}
    iconRender={(shown) => (
      <span>
        <svg
          viewBox="0 0 24 24"
          width="18"
          height="18"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          aria-hidden="true"
        >
          <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
          <circle cx="12" cy="12" r="2.8" />
          {!shown && <path d="M4 4l16 16" />}
        </svg>
      </span>
    )}
    {...props}
  />
)
